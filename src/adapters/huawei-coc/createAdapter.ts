import { lazyModule } from '../../engine/lazyModule.ts'
import type { BackendAdapter } from '../../engine/ports.ts'
import type { FileRules } from '../../engine/rules.ts'
import { lazyAdapter } from '../lazyAdapter.ts'
import type { BackendOptions } from '../request.ts'

export interface HuaweiCocOptions extends Omit<BackendOptions, 'fetch'> {
  /** The vendor takes `incident` for every kind of ticket. @default 'incident' */
  ticketType?: string | undefined
  /** Told of attachments that no ticket will name; the vendor itself has no operation for it. */
  discard?: BackendAdapter['discardUpload'] | undefined
}

/** The vendor's declared limits. */
export const cocRules: FileRules = {
  accept: ['.jpg', '.png', '.docx', '.txt', '.pdf'],
  maxFileSize: 10 * 1024 * 1024,
}

/**
 * Huawei Cloud Operations Center attachments. The bytes go through the vendor's API, with credentials that a browser must not
 * hold, so the endpoint is a proxy of the embedder's own: it adds the token and passes on path, body, status and answer.
 *
 * - `POST {endpoint}/v1/incident/attachments`, multipart form with the part `file`
 * - `GET {endpoint}/v1/incident/attachments/{doc_id}`, a stream, or JSON for an error
 *
 * An attachment's handle is the vendor's `doc_id`, known once the bytes are stored; until then the item's own id stands in.
 * Progress is progress to the proxy.
 */
export function createHuaweiCocAdapter(options: HuaweiCocOptions): BackendAdapter<'form-policy'> {
  return lazyAdapter(
    {
      name: 'huawei-coc',
      capabilities: {
        list: false,
        download: true,
        discard: options.discard !== undefined,
        remove: false,
        verify: false,
      },
      rules: cocRules,
    },
    lazyModule(() => import('./calls.ts').then((module) => module.createCalls(options))),
  )
}
