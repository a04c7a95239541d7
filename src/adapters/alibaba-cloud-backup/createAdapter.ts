import { lazyModule } from '../../engine/lazyModule.ts'
import type { BackendAdapter } from '../../engine/ports.ts'
import { lazyAdapter } from '../lazyAdapter.ts'
import type { BackendOptions } from '../request.ts'

export interface AlibabaCloudBackupOptions extends BackendOptions {
  /** Scheme of the bucket's address: the vendor's answer names hosts only. @default 'https', and 'http' for localhost */
  scheme?: 'https' | 'http' | undefined
  /** The bucket's address, for a custom domain. @default `{scheme}://{bucket}.{endpoint}/`, as a folder for an IP address */
  formUrl?: ((target: { bucket: string; endpoint: string }) => string) | undefined
  /** Fields between the signature and the file, e.g. `success_action_status`; only what the policy allows. @default none */
  extraFields?: ReadonlyArray<readonly [name: string, value: string]> | undefined
  /** Told of objects that will not be attached; the vendor deletes them by itself after a while. */
  discard?: BackendAdapter['discardUpload'] | undefined
}

/**
 * Alibaba Cloud Backup (hbr 2017-09-08): temporary files by POST policy. The endpoint is the embedder's own: it calls the
 * vendor with its key and returns the vendor's JSON unchanged.
 *
 * - `POST {endpoint}/CreateTempFileUploadUrl?FileName=`; a further attempt adds `TempFileKey`, the handle it had before, for a
 *   backend that can sign the same object again
 * - `POST {endpoint}/GetTempFileDownloadLink?TempFileKey=`
 *
 * A handle is the vendor's `TempFileKey`. The vendor deletes temporary files after a while: a download may say `not-found`.
 */
export function createAlibabaCloudBackupAdapter(options: AlibabaCloudBackupOptions): BackendAdapter<'form-policy'> {
  return lazyAdapter(
    {
      name: 'alibaba-cloud-backup',
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
