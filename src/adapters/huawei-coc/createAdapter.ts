import { checkHeaders } from '../../engine/checkHeaders.ts'
import type {
  Attachment,
  BackendAdapter,
  CommitRequest,
  DownloadCredential,
  DownloadRequest,
  FileMeta,
  FormPolicyCredential,
  UploadRequest,
} from '../../engine/ports.ts'
import type { FileRules } from '../../engine/rules.ts'
import { pathSegment } from '../pathSegment.ts'
import { callUrl, resolveHeaders } from '../request.ts'
import type { BackendOptions } from '../request.ts'
import { readStoredDocument } from './wire.ts'

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
    name: 'huawei-coc',
    capabilities: { list: false, download: true, discard: options.discard !== undefined, remove: false, verify: false },
    rules: cocRules,
    requestUpload,
    commitUpload,
    verifyUpload: async () => 'unknown',
    listAttachments: async () => [],
    requestDownload,
    discardUpload: async (request) => options.discard?.(request),
    removeAttachment: async () => {},
  }
}

/** Browsers write quotes and line ends of a form's file name as percent escapes, and servers hand them back so. */
function nameOf({ name }: FileMeta, docName: string | undefined): string {
  const asSent = name.replaceAll(/["\r\n]/g, (character) => encodeURIComponent(character))
  return docName === undefined || docName === asSent ? name : docName
}
