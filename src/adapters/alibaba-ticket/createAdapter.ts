import { lazyModule } from '../../engine/lazyModule.ts'
import type {
  BackendAdapter,
  DownloadCredential,
  DownloadRequest,
  FileMeta,
  SignedPutCredential,
} from '../../engine/ports.ts'
import { lazyAdapter } from '../lazyAdapter.ts'
import type { BackendOptions } from '../request.ts'

export interface AlibabaTicketOptions extends BackendOptions {
  /** Lists this ticket's attachments and signs their downloads through `ListTicketNotes`. Without it nothing is listed. */
  ticketId?: string | undefined
  /** What the backend signs of Content-Type: nothing, the file's own type, or whatever comes. @default 'none' */
  contentType?: SignedPutCredential['contentType'] | undefined
  /** Further headers that the backend puts under its signature; the URL cannot tell them. @default none */
  putHeaders?: ((file: FileMeta) => Readonly<Record<string, string>>) | undefined
  /** Signs a download instead of the vendor's own operations. */
  signDownload?: ((request: DownloadRequest) => Promise<DownloadCredential>) | undefined
  /** Told of objects that will not be attached; the vendor itself has no operation for it. */
  discard?: BackendAdapter['discardUpload'] | undefined
}

/**
 * Alibaba Cloud Ticket System (Workorder 2021-06-10, and its twin of 2020-08-01). The endpoint is the embedder's own: it
 * calls the vendor with its key and returns the vendor's JSON unchanged. Paths are the operations' names, forms their fields:
 *
 * - `GetAttachmentUploadUrl`: `FileName`; a further attempt adds `ObjectKey`, the handle it had before, for a backend that can
 *   sign the same object again
 * - `ListTicketNotes`: `TicketId`; only with the option `ticketId`
 * - `GetAttachmentUrl`: `AttachName`, and `TicketId`, `NoteId` where they are known; for a download whose URL has ended
 *
 * A handle is the vendor's `ObjectKey`, or `{DialogId}/{Name}` for what was listed.
 */
export function createAlibabaTicketAdapter(options: AlibabaTicketOptions): BackendAdapter<'signed-put'> {
  return lazyAdapter(
    {
      name: 'alibaba-ticket',
      capabilities: {
        list: options.ticketId !== undefined,
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
