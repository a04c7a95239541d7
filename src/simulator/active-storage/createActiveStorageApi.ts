import { createS3Store } from '../../server/s3Store.ts'
import { formatContentDisposition } from '../../signing/contentDisposition.ts'
import { readJsonBody, segmentsOf } from '../readVendorCall.ts'
import { jsonAnswer } from '../vendorAnswer.ts'
import type { VendorApi, VendorCall, VendorContext } from '../vendorContext.ts'
import { createVendorRecords } from '../vendorRecords.ts'
import type { ActiveStorageQuirks } from './quirks.ts'

export const activeStorageBucket = 'rails-blobs'

interface Blob {
  key: string
  signedId: string
  filename: string
  contentType: string
}

/**
 * Active Storage on an S3 service: `POST .../direct_uploads`, `GET .../blobs/redirect/{signed_id}/{filename}` and
 * `.../blobs/proxy/...`. Keys are Rails' own, 28 letters and digits without a name in them.
 */
export function createActiveStorageApi(context: VendorContext<ActiveStorageQuirks>): VendorApi {
  const { accessKey, callStore, credentialLifeMs, now, quirks, region, storage, storeUrl } = context
  const blobs = createVendorRecords<Blob>(storage, 'active-storage/blobs')
  const place = { endpoint: storeUrl, bucket: activeStorageBucket, region, accessKey, now, fetch: callStore }
  // Service workers do not see the Content-Length that a signature would bind.
  const store = createS3Store({ ...place, bindsSize: false })
  const lifeSeconds = () => Math.max(1, Math.ceil(credentialLifeMs(300_000) / 1000))
  const describeError = (code: string, message: string) => ({ status: 422, error: message, exception: `#<${code}>` })
  const refused = (status: number, code: string) => jsonAnswer(describeError(code, code), status, now())

  async function createBlob({ headers, ...call }: VendorCall): Promise<Response> {
    if (quirks().requiresCsrfToken && !headers.get('x-csrf-token')) {
      return refused(422, 'ActionController::InvalidAuthenticityToken')
    }
    const { blob = {} } = (await readJsonBody({ headers, ...call })) as { blob?: Record<string, unknown> }
    const { filename, content_type: contentType, byte_size: size, checksum } = blob
    if (typeof filename !== 'string' || typeof size !== 'number' || typeof checksum !== 'string') {
      return refused(400, 'ActionController::ParameterMissing')
    }
    const type = typeof contentType === 'string' ? contentType : 'application/octet-stream'
    const record: Blob = { key: newKey(), signedId: newSignedId(), filename, contentType: type }
    const upload = { key: record.key, size, type, md5: checksum, lifeSeconds: lifeSeconds() }
    const signed = await store.signUpload(upload)
    await blobs.save(encodeURIComponent(record.signedId), record)
    return jsonAnswer(describeBlob(record, blob, signed, now()), 200, now())
  }

  async function serveBlob(delivery: string, signedId: string, disposition: string): Promise<Response> {
    const blob = await blobs.load(encodeURIComponent(signedId))
    const opened = blob && (await storage.get(activeStorageBucket, blob.key))
    if (!blob || !opened) return refused(404, 'ActiveRecord::RecordNotFound')
    const saved = formatContentDisposition(disposition === 'inline' ? 'inline' : 'attachment', blob.filename)
    if (delivery === 'proxy') {
      const headers = { 'content-type': blob.contentType, 'content-disposition': saved }
      return new Response(opened.body, { headers })
    }
    await opened.body.cancel()
    const location = await store.signDownload({ key: blob.key, disposition: saved, lifeSeconds: lifeSeconds() })
    return new Response(null, { status: 302, headers: { location } })
  }

  return {
    operationOf: ({ method }) => (method === 'POST' ? 'DirectUpload' : 'ServeBlob'),
    describeError,
    answer: async (call) => {
      const segments = segmentsOf(call.url)
      if (call.method === 'POST' && segments.at(-1) === 'direct_uploads') return createBlob(call)
      const [blobsFolder, delivery = '', signedId = ''] = segments.slice(-4)
      if (call.method !== 'GET' || blobsFolder !== 'blobs') return refused(404, 'ActionController::RoutingError')
      return serveBlob(delivery, signedId, call.url.searchParams.get('disposition') ?? '')
    },
  }
}

/** Every member of a blob's JSON. */
function describeBlob(blob: Blob, asked: Record<string, unknown>, signed: object, nowMs: number): object {
  const { url, headers } = { url: '', headers: {}, ...signed }
  return {
    id: 17,
    key: blob.key,
    filename: blob.filename,
    content_type: blob.contentType,
    metadata: asked['metadata'] ?? {},
    service_name: 'amazon',
    byte_size: asked['byte_size'],
    checksum: asked['checksum'],
    created_at: new Date(nowMs).toISOString(),
    attachable_sgid: 'made-up--sgid',
    signed_id: blob.signedId,
    direct_upload: { url, headers },
  }
}

/** As `ActiveStorage::Blob.generate_unique_secure_token` makes them. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(28)), (byte) => (byte % 36).toString(36)).join('')
}

/** A message and its signature, as Rails' verifier writes them; nothing here checks it, the record is looked up by it. */
function newSignedId(): string {
  const message = btoa(JSON.stringify({ _rails: { data: crypto.randomUUID(), pur: 'blob_id' } }))
  return `${message}--${crypto.randomUUID().replaceAll('-', '')}`
}
