import { checkHeaders } from '../../engine/checkHeaders.ts'
import type {
  Attachment,
  DownloadCredential,
  DownloadRequest,
  FileMeta,
  SignedPutCredential,
  UploadRequest,
} from '../../engine/ports.ts'
import { bindsFilename } from '../bindsFilename.ts'
import type { AdapterCalls } from '../lazyAdapter.ts'
import { createOnceUrls } from '../onceUrls.ts'
import { requestJson } from '../request.ts'
import type { BackendAnswer, BackendCall } from '../request.ts'
import { checkStoreUrl } from '../storeUrl.ts'
import { readUrlExpiry } from '../urlExpiry.ts'
import type { AlibabaTicketOptions } from './createAdapter.ts'
import { ticketErrors } from './errors.ts'
import { readAccessUrl, readNoteAttachments, readUploadGrant } from './wire.ts'
import type { NoteAttachment } from './wire.ts'

/** The calls of the Ticket System, and the download URLs that come along with them. */
export function createCalls(options: AlibabaTicketOptions): AdapterCalls<'signed-put'> {
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
    requestUpload,
    commitUpload: async ({ handle, file }) => ({
      handle,
      name: file.name,
      size: file.size,
      contentType: file.contentType,
    }),
    listAttachments,
    requestDownload,
    discardUpload: async (request) => options.discard?.(request),
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
