import { createS3Store } from '../../server/s3Store.ts'
import { formatContentDisposition } from '../../signing/contentDisposition.ts'
import { ConnectionReset } from '../connectionReset.ts'
import { segmentsOf } from '../readVendorCall.ts'
import { saveBlob } from '../saveBlob.ts'
import { jsonAnswer } from '../vendorAnswer.ts'
import type { VendorApi, VendorCall, VendorContext } from '../vendorContext.ts'
import { createVendorRecords } from '../vendorRecords.ts'
import type { ZendeskQuirks } from './quirks.ts'

export const zendeskBucket = 'zendesk-attachments'

const tokenLifeMs = 3_600_000

interface Upload {
  token: string
  id: number
  key: string
  name: string
  size: number
  contentType: string
}

/**
 * Zendesk as the embedder's proxy passes it on: `POST .../uploads.json?filename=`, `DELETE .../uploads/{token}.json` and
 * `GET .../attachments/{id}.json`. Files are served from elsewhere, as Zendesk's are.
 */
export function createZendeskApi(context: VendorContext<ZendeskQuirks>): VendorApi {
  const { accessKey, callStore, credentialLifeMs, now, quirks, region, storage, storeUrl } = context
  const uploads = createVendorRecords<Upload>(storage, 'zendesk/uploads')
  const ids = createVendorRecords<string>(storage, 'zendesk/ids')
  const place = { endpoint: storeUrl, bucket: zendeskBucket, region, accessKey, now, fetch: callStore }
  const store = createS3Store(place)

  const describeError = (code: string, message: string) => ({ error: code, description: message })
  const refused = (status: number, code: string) => jsonAnswer(describeError(code, code), status, now())

  async function describeAttachment(upload: Upload): Promise<object> {
    const disposition = formatContentDisposition('attachment', upload.name)
    const lifeSeconds = Math.max(1, Math.ceil(credentialLifeMs(tokenLifeMs) / 1000))
    const content_url = await store.signDownload({ key: upload.key, disposition, lifeSeconds })
    const { id, name: file_name, size, contentType: content_type } = upload
    return { id, file_name, size, content_type, content_url, inline: false, deleted: false, thumbnails: [] }
  }

  async function createUpload({ body, headers, url }: VendorCall): Promise<Response> {
    const name = url.searchParams.get('filename')
    if (!name || !body) return refused(422, 'RecordInvalid')
    const content = await new Response(body).blob().catch((error: unknown) => {
      throw error instanceof ConnectionReset ? error : new ConnectionReset()
    })
    if (content.size > quirks().maxBytes) return refused(413, 'AttachmentTooLarge')
    const contentType = headers.get('content-type') ?? 'application/unknown'
    const [token, key] = [newToken(), crypto.randomUUID()]
    await saveBlob(storage, { bucket: zendeskBucket, key, headers: { 'content-type': contentType } }, content, now())
    const upload: Upload = { token, id: newId(), key, name, size: content.size, contentType }
    await uploads.save(token, upload)
    await ids.save(String(upload.id), token)
    const attachment = await describeAttachment(upload)
    const expires_at = new Date(now() + tokenLifeMs).toISOString()
    return jsonAnswer({ upload: { token, expires_at, attachment, attachments: [attachment] } }, 201, now())
  }

  async function showAttachment(id: string): Promise<Response> {
    const token = await ids.load(id)
    const upload = token === undefined ? undefined : await uploads.load(token)
    if (!upload) return refused(404, 'RecordNotFound')
    return jsonAnswer({ attachment: await describeAttachment(upload) }, 200, now())
  }

  async function deleteUpload(token: string): Promise<Response> {
    const upload = await uploads.load(token)
    if (!upload) return refused(404, 'RecordNotFound')
    await storage.delete(zendeskBucket, upload.key)
    await uploads.forget(token)
    return new Response(null, { status: 204 })
  }

  return {
    operationOf: ({ method }) => operations[method] ?? 'Unknown',
    describeError,
    answer: async (call) => {
      const [folder = '', last = ''] = segmentsOf(call.url).slice(-2)
      const name = /^(.+)\.json$/.exec(last)?.[1] ?? ''
      if (call.method === 'POST' && name === 'uploads') return createUpload(call)
      if (call.method === 'GET' && folder === 'attachments') return showAttachment(name)
      if (call.method === 'DELETE' && folder === 'uploads') return deleteUpload(name)
      return refused(404, 'InvalidEndpoint')
    },
  }
}

const operations: Readonly<Record<string, string>> = {
  POST: 'CreateUpload',
  GET: 'ShowAttachment',
  DELETE: 'DeleteUpload',
}

function newToken(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 25)
}

function newId(): number {
  return 360_000_000_000 + (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
}
