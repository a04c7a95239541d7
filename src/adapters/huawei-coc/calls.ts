import { checkHeaders } from '../../engine/checkHeaders.ts'
import type {
  Attachment,
  CommitRequest,
  DownloadCredential,
  DownloadRequest,
  FileMeta,
  FormPolicyCredential,
  UploadRequest,
} from '../../engine/ports.ts'
import type { AdapterCalls } from '../lazyAdapter.ts'
import { pathSegment } from '../pathSegment.ts'
import { callUrl, resolveHeaders } from '../request.ts'
import type { HuaweiCocOptions } from './createAdapter.ts'
import { readStoredDocument } from './wire.ts'

/** The calls of Operations Center. */
export function createCalls(options: HuaweiCocOptions): AdapterCalls<'form-policy'> {
  const folder = `v1/${encodeURIComponent(options.ticketType ?? 'incident')}/attachments`

  async function requestUpload({ itemId }: UploadRequest): Promise<FormPolicyCredential> {
    return {
      kind: 'form-policy',
      handle: itemId,
      url: callUrl(options.endpoint, folder),
      headers: checkHeaders(await resolveHeaders(options.headers), 'credentials'),
      fields: [],
      fileField: 'file',
      withCredentials: options.withCredentials,
    }
  }

  async function commitUpload({ receipt, file }: CommitRequest): Promise<Attachment> {
    const { docId, docName } = readStoredDocument(receipt)
    return { handle: docId, name: nameOf(file, docName), size: file.size, contentType: file.contentType }
  }

  async function requestDownload({ attachment }: DownloadRequest): Promise<DownloadCredential> {
    return {
      url: callUrl(options.endpoint, `${folder}/${pathSegment(attachment.handle, 'download')}`),
      headers: checkHeaders(await resolveHeaders(options.headers), 'download'),
      withCredentials: options.withCredentials,
      bindsFilename: false,
    }
  }

  return {
    requestUpload,
    commitUpload,
    requestDownload,
    discardUpload: async (request) => options.discard?.(request),
  }
}

/** Browsers write quotes and line ends of a form's file name as percent escapes, and servers hand them back so. */
function nameOf({ name }: FileMeta, docName: string | undefined): string {
  const asSent = name.replaceAll(/["\r\n]/g, (character) => encodeURIComponent(character))
  return docName === undefined || docName === asSent ? name : docName
}
