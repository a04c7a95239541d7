import { lazyModule } from '../../engine/lazyModule.ts'
import type { BackendAdapter } from '../../engine/ports.ts'
import { lazyAdapter } from '../lazyAdapter.ts'
import type { BackendOptions } from '../request.ts'

export interface ZendeskOptions extends BackendOptions {
  /** Bytes of a file. @default 50 MB, Zendesk's own limit */
  maxFileSize?: number | undefined
}

/**
 * Zendesk Support. The bytes go through the endpoint, a proxy of the embedder's own (`createZendeskHandler` is one): it adds the
 * API token, which no page may hold, and passes on path, query, body and answer.
 *
 * - `POST {endpoint}/uploads.json?filename=`, the bytes as the body
 * - `DELETE {endpoint}/uploads/{token}.json`
 * - `GET {endpoint}/attachments/{id}.json`, for a download
 *
 * Each file has a token of its own, its handle, so that each can be taken back alone. A ticket's comment takes them all, and an
 * end user's request likewise: `comment: { body, uploads: handles }`. Zendesk forgets a token after 60 minutes. For a stored
 * attachment the handle is its `id`.
 */
export function createZendeskAdapter(options: ZendeskOptions): BackendAdapter<'signed-put'> {
  const { maxFileSize = 50_000_000 } = options
  return lazyAdapter(
    {
      name: 'zendesk',
      capabilities: { list: false, download: true, discard: true, remove: false, verify: false },
      rules: { maxFileSize },
    },
    lazyModule(() => import('./calls.ts').then((module) => module.createCalls(options))),
  )
}
