import { abortError, UploadError } from '../../engine/errors.ts'
import { checkHeaders } from '../../engine/checkHeaders.ts'
import type {
  Attachment,
  BackendAdapter,
  CommitRequest,
  DownloadCredential,
  DownloadRequest,
  SignedPutCredential,
  UploadRequest,
} from '../../engine/ports.ts'
import type { AdapterCalls } from '../lazyAdapter.ts'
import { pathSegment } from '../pathSegment.ts'
import { callUrl, requestJson, resolveHeaders } from '../request.ts'
import { checkStoreUrl } from '../storeUrl.ts'
import type { ZendeskOptions } from './createAdapter.ts'
import { zendeskErrors } from './errors.ts'
import { readContentUrl, readStoredFile } from './wire.ts'

/** The calls of Zendesk, and what it has said of each upload: its API finds a file by id, a comment by token. */
export function createCalls(options: ZendeskOptions): AdapterCalls<'signed-put'> {
  const idsByToken = new Map<string, string>()
  /** Of items, whose own ids stand in until there is a token. */
  const tokensByItem = new Map<string, string>()

  async function requestUpload({ file, itemId }: UploadRequest): Promise<SignedPutCredential> {
    return {
      kind: 'signed-put',
      method: 'POST',
      handle: itemId,
      url: callUrl(options.endpoint, 'uploads.json', { filename: file.name }),
      headers: checkHeaders(await resolveHeaders(options.headers), 'credentials'),
      contentType: 'free',
      withCredentials: options.withCredentials,
    }
  }

  async function commitUpload({ file, itemId, receipt }: CommitRequest): Promise<Attachment> {
    const { id, token, name, size = file.size, contentType = file.contentType } = readStoredFile(receipt)
    idsByToken.set(token, id)
    tokensByItem.set(itemId, token)
    return { handle: token, name, size, contentType }
  }

  async function requestDownload({ attachment, signal }: DownloadRequest): Promise<DownloadCredential> {
    if (signal.aborted) throw abortError()
    const { handle } = attachment
    const id = idsByToken.get(handle) ?? handle
    if (!/^\d+$/.test(id)) throw unknownToken()
    const call = { path: `attachments/${id}.json`, method: 'GET', stage: 'download', signal } as const
    const url = readContentUrl((await requestJson(options, call, zendeskErrors)).json)
    return { url: checkStoreUrl(url, 'content_url', 'download'), headers: {}, bindsFilename: true }
  }

  const discardUpload: BackendAdapter['discardUpload'] = async ({ handle, keepalive, signal }) => {
    const token = tokensByItem.get(handle) ?? handle
    // What never got a token is not known to Zendesk.
    if (!idsByToken.has(token)) return
    const path = `uploads/${pathSegment(token, 'commit')}.json`
    await requestJson(options, { path, method: 'DELETE', stage: 'commit', signal, keepalive }, zendeskErrors)
    idsByToken.delete(token)
  }

  return { requestUpload, commitUpload, requestDownload, discardUpload }
}

function unknownToken(): UploadError {
  const hint =
    'Zendesk finds a file by its id, and this token was given to another page: list the ticket’s attachments.'
  return new UploadError({ code: 'not-found', stage: 'download', hint })
}
