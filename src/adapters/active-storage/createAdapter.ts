import { lazyModule } from '../../engine/lazyModule.ts'
import type { BackendAdapter, FileMeta } from '../../engine/ports.ts'
import { lazyAdapter } from '../lazyAdapter.ts'
import type { BackendOptions } from '../request.ts'

export interface ActiveStorageOptions extends Omit<BackendOptions, 'endpoint'> {
  /** The folder of `direct_uploads`. Chatwoot's widget: `/api/v1/widget`. @default '/rails/active_storage' */
  endpoint?: string | undefined
  /** Added to the address of `direct_uploads`, e.g. `{ website_token }` of a Chatwoot inbox. */
  query?: Readonly<Record<string, string>> | undefined
  /** Sent as `X-CSRF-Token`; asked before every call. @default the page's `<meta name="csrf-token">`, where there is one */
  csrfToken?: (() => string | undefined) | undefined
  /** Kept with the blob. @default nothing */
  metadata?: ((file: FileMeta) => Readonly<Record<string, unknown>>) | undefined
  /**
   * The folder that serves blobs by `{signed_id}/{filename}`; `/rails/active_storage/blobs/proxy` sends them through Rails.
   * @default '/rails/active_storage/blobs/redirect'
   */
  blobs?: string | undefined
  /** Told of blobs that will not be attached; Rails leaves them to `ActiveStorage::Blob.unattached`. */
  discard?: BackendAdapter['discardUpload'] | undefined
}

/**
 * Rails' Active Storage, and what is built on it, such as Chatwoot: `POST {endpoint}/direct_uploads` makes a blob, and its bytes
 * go straight to the service. A handle is the blob's `signed_id`, which the form's field takes:
 * `ticket: { files: [signed_id, ...] }`.
 *
 * Rails wants the MD5 of the bytes before they move, so give the session
 * `integrity: { algorithms: ['md5'], hasher: createHasher() }`.
 */
export function createActiveStorageAdapter(options: ActiveStorageOptions = {}): BackendAdapter<'signed-put'> {
  return lazyAdapter(
    {
      name: 'active-storage',
      capabilities: {
        list: false,
        download: true,
        discard: options.discard !== undefined,
        remove: false,
        verify: false,
      },
      rules: {},
    },
    lazyModule(() => import('./calls.ts').then((module) => module.createCalls(options))),
  )
}
