import { checkHeaders } from '../../engine/checkHeaders.ts'
import type {
  Attachment,
  BackendAdapter,
  DownloadCredential,
  DownloadRequest,
  FileMeta,
  SignedPutCredential,
  UploadRequest,
} from '../../engine/ports.ts'
import { bindsFilename } from '../bindsFilename.ts'
import { createOnceUrls } from '../onceUrls.ts'
import { requestJson } from '../request.ts'
import type { BackendAnswer, BackendCall, BackendOptions } from '../request.ts'
import { checkStoreUrl } from '../storeUrl.ts'
import { readUrlExpiry } from '../urlExpiry.ts'
import { ticketErrors } from './errors.ts'
import { readAccessUrl, readNoteAttachments, readUploadGrant } from './wire.ts'
import type { NoteAttachment } from './wire.ts'

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
  const { ticketId } = options
  const urls = createOnceUrls()

  const call = (path: string, rest: Pick<BackendCall, 'form' | 'stage' | 'signal'>) =>
    requestJson(options, { path, ...rest }, ticketErrors)

  async function requestUpload({ file, previousHandle, signal }: UploadRequest): Promise<SignedPutCredential> {
    const form = { FileName: file.name, ObjectKey: previousHandle }
    const answer = await call('GetAttachmentUploadUrl', { form, stage: 'credentials', signal })
    const grant = readUploadGrant(answer.json)
    const url = checkStoreUrl(grant.putUrl, 'PutSignedUrl', 'credentials')
    const getUrl = checkStoreUrl(grant.getUrl, 'GetSignedUrl', 'credentials')
    urls.keep(grant.objectKey, downloadCredential(getUrl, answer))
    return {
      kind: 'signed-put',
      method: 'PUT',
      handle: grant.objectKey,
      url,
      contentType: options.contentType ?? 'none',
      headers: checkHeaders(putHeaders(options, file), 'credentials'),
      expiry: readUrlExpiry(url, answer.serverNowMs),
      etagIsMd5: true,
    }
  }

  async function listNotes(stage: 'list' | 'download', signal: AbortSignal) {
    const answer = await call('ListTicketNotes', { form: { TicketId: ticketId }, stage, signal })
    const notes = withHandles(readNoteAttachments(answer.json, stage))
    for (const [handle, note] of notes) {
      urls.keep(handle, downloadCredential(checkStoreUrl(note.url, 'Url', stage), answer))
    }
    return notes
  }

  async function requestDownload(request: DownloadRequest): Promise<DownloadCredential> {
    if (options.signDownload) return options.signDownload(request)
    const { handle } = request.attachment
    const kept = urls.take(handle)
    if (kept) return kept
    return (await downloadFromNotes(handle, request.signal)) ?? signDownload(handle, request.signal)
  }

  async function downloadFromNotes(handle: string, signal: AbortSignal): Promise<DownloadCredential | undefined> {
    if (ticketId === undefined) return undefined
    await listNotes('download', signal)
    return urls.take(handle)
  }

  async function signDownload(handle: string, signal: AbortSignal): Promise<DownloadCredential> {
    const form = { ...splitHandle(handle), TicketId: ticketId }
    const answer = await call('GetAttachmentUrl', { form, stage: 'download', signal })
    return downloadCredential(checkStoreUrl(readAccessUrl(answer.json), 'AccessFileUrl', 'download'), answer)
  }

  async function listAttachments({ signal }: { signal: AbortSignal }): Promise<Attachment[]> {
    if (ticketId === undefined) return []
    return [...(await listNotes('list', signal))].map(([handle, note]) => listedAttachment(handle, note))
  }

  return {
    name: 'alibaba-ticket',
    capabilities: {
      list: ticketId !== undefined,
      download: true,
      discard: options.discard !== undefined,
      remove: false,
      verify: false,
    },
    rules: {},
    requestUpload,
    commitUpload: async ({ handle, file }) => ({
      handle,
      name: file.name,
      size: file.size,
      contentType: file.contentType,
    }),
    verifyUpload: async () => 'unknown',
    listAttachments,
    requestDownload,
    discardUpload: async (request) => options.discard?.(request),
    removeAttachment: async () => {},
  }
}

function putHeaders({ contentType, putHeaders: further }: AlibabaTicketOptions, file: FileMeta) {
  const signedType: Record<string, string> = contentType === 'exact' ? { 'Content-Type': file.contentType } : {}
  return { ...signedType, ...further?.(file) }
}

function downloadCredential(url: string, { serverNowMs }: BackendAnswer): DownloadCredential {
  return { url, headers: {}, expiry: readUrlExpiry(url, serverNowMs), bindsFilename: bindsFilename(url) }
}

/** Notes tell no ObjectKey, so the note and the name make the handle; equal names within a note are numbered. */
function withHandles(notes: readonly NoteAttachment[]): Map<string, NoteAttachment> {
  const byHandle = new Map<string, NoteAttachment>()
  for (const note of notes) {
    let handle = `${note.dialogId}/${note.name}`
    for (let number = 2; byHandle.has(handle); number++) handle = `${note.dialogId}.${number}/${note.name}`
    byHandle.set(handle, note)
  }
  return byHandle
}

function splitHandle(handle: string): { AttachName: string; NoteId?: string } {
  const [, noteId, name] = /^(\d+)(?:\.\d+)?\/(.+)$/s.exec(handle) ?? []
  return noteId && name ? { AttachName: name, NoteId: noteId } : { AttachName: handle }
}

function listedAttachment(handle: string, { name, createTimeMs }: NoteAttachment): Attachment {
  const created = new Date(createTimeMs ?? Number.NaN)
  return { handle, name, ...(Number.isNaN(created.getTime()) ? {} : { createdAt: created.toISOString() }) }
}
