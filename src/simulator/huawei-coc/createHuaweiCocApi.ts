import { ConnectionReset } from '../connectionReset.ts'
import { formatContentDisposition } from '../../signing/contentDisposition.ts'
import { segmentsOf } from '../readVendorCall.ts'
import { saveBlob } from '../saveBlob.ts'
import { extensionOf, jsonAnswer } from '../vendorAnswer.ts'
import type { VendorApi, VendorCall, VendorContext } from '../vendorContext.ts'
import type { HuaweiCocQuirks } from './quirks.ts'

const bucket = 'coc-attachments'
const takenExtensions = ['.jpg', '.png', '.docx', '.txt', '.pdf']
const maxBytes = 10 * 1024 * 1024
const invalid = ['GOM.00007256', 'Invalid parameter'] as const

/**
 * COC attachments as the embedder's proxy passes them on: `POST .../v1/incident/attachments` with a form,
 * `GET .../v1/incident/attachments/{doc_id}`; types and size limited as documented.
 */
export function createHuaweiCocApi({ now, quirks, storage }: VendorContext<HuaweiCocQuirks>): VendorApi {
  const providerCode = () => (quirks().numericProviderCode ? 4 : '049')
  const spelled = (code: string, message: string | null) =>
    quirks().spelling === 'schema' ? { code, msg: message } : { error_code: code, error_msg: message }
  const describeError = (code: string, message: string) => {
    return { ...spelled(code, message), provider_code: providerCode(), data: null }
  }
  const refused = (status: number) => jsonAnswer(describeError(...invalid), status, now())

  async function createAttachment(call: VendorCall): Promise<Response> {
    const file = await readFilePart(call)
    if (!file || file.size > maxBytes || !takenExtensions.includes(extensionOf(file.name))) {
      return refused(quirks().failsWith200 ? 200 : 400)
    }
    const [docId, docName] = [crypto.randomUUID(), file.name]
    const headers = { 'content-type': 'application/octet-stream', 'x-oss-meta-name': encodeURIComponent(docName) }
    await saveBlob(storage, { bucket, key: docId, headers }, file, now())
    const data = { doc_id: docId, doc_name: docName }
    const answer = { name: docName, id: docId, ...spelled('GOM.00000000', null), provider_code: providerCode(), data }
    return jsonAnswer(answer, 200, now())
  }

  async function downloadAttachment(docId: string): Promise<Response> {
    const opened = await storage.get(bucket, docId)
    if (!opened) return refused(400)
    const { size, meta } = opened.object
    const name = decodeURIComponent(meta.headers['x-oss-meta-name'] ?? docId)
    const disposition = formatContentDisposition('attachment', name)
    return new Response(opened.body, {
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(size),
        date: new Date(now()).toUTCString(),
        ...(quirks().sendsDisposition ? { 'content-disposition': disposition } : {}),
      },
    })
  }

  return {
    operationOf: ({ method }) => (method === 'GET' ? 'DownloadAttachment' : 'CreateAttachment'),
    describeError,
    answer: async (call) => {
      const segments = segmentsOf(call.url)
      const at = segments.lastIndexOf('attachments')
      const isKnown = at > 1 && segments[at - 1] === 'incident' && segments[at - 2] === 'v1'
      const docId = segments[at + 1]
      if (isKnown && call.method === 'POST' && docId === undefined) return createAttachment(call)
      if (isKnown && call.method === 'GET' && docId !== undefined) return downloadAttachment(docId)
      return refused(404)
    },
  }
}

/** The part named `file`, undefined for whatever is not such a form. Ten megabytes at the most are worth reading at once. */
async function readFilePart({ body, headers }: VendorCall): Promise<File | undefined> {
  const contentType = headers.get('content-type') ?? ''
  if (!body || !contentType.startsWith('multipart/form-data')) return undefined
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
    const file = form.get('file')
    return file instanceof File ? file : undefined
  } catch (error) {
    if (error instanceof ConnectionReset) throw error
    return undefined
  }
}
