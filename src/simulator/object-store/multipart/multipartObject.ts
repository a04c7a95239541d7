import { answerUpload, readCallback } from '../callback.ts'
import { locationOf } from '../answerForm.ts'
import { objectHeaders } from '../objectHeaders.ts'
import { contentLength, metaOf, queryValueOf } from '../putObject.ts'
import { s3MetaOf } from '../s3/putS3Object.ts'
import type { StoreContext } from '../storeContext.ts'
import { invalidArgument, noSuchUpload } from '../storeError.ts'
import { requireKey, storeObject } from '../storeObject.ts'
import { formatXml, type XmlElements } from '../xml.ts'
import { choosePartsOf } from './choosePartsOf.ts'
import { storeWhole } from './storeWhole.ts'
import { unfinishedUploads, type UnfinishedUpload, type UnfinishedUploads } from './unfinishedUploads.ts'

const maxPartNumber = 10_000
const maxPage = 1000

/** InitiateMultipartUpload (S3: CreateMultipartUpload). */
export async function initiateMultipartUpload(context: StoreContext): Promise<Response> {
  const { address, headers, storage, now, tongue } = context
  const { bucket, key } = address
  requireKey(key)
  const uploadId = crypto.randomUUID().replaceAll('-', '').toUpperCase()
  const meta = tongue.isS3 ? s3MetaOf(headers) : metaOf(key, headers)
  await unfinishedUploads(storage).save({ uploadId, bucket, key, meta, startedAt: now })
  return xmlAnswer('InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId: uploadId })
}

/** UploadPart: a part of the same number takes the place of the one before. */
export async function uploadPart(context: StoreContext): Promise<Response> {
  const { headers, body, storage, now } = context
  const uploads = unfinishedUploads(storage)
  const { uploadId } = await findUpload(context, uploads)
  const partNumber = readPartNumber(context)
  const target = { ...uploads.placeOf(uploadId, partNumber), meta: { headers: {} }, overwrite: true }
  const expected = {
    sizeBytes: contentLength(context),
    contentMd5: headers['content-md5'],
    crc64: headers['x-oss-hash-crc64ecma'],
  }
  const part = await storeObject(storage, target, body, expected, now)
  if (!(await uploads.find(uploadId))) {
    // It ended while the bytes came in: nobody would free this part any more.
    await storage.delete(target.bucket, target.key)
    throw noSuchUpload(uploadId)
  }
  return new Response(null, { status: 200, headers: objectHeaders(part) })
}

/** ListParts, in pages. */
export async function listParts(context: StoreContext): Promise<Response> {
  const uploads = unfinishedUploads(context.storage)
  const { bucket, key, uploadId } = await findUpload(context, uploads)
  const marker = Number(queryValueOf(context, 'part-number-marker') ?? 0)
  const pageSize = Math.min(maxPage, Number(queryValueOf(context, 'max-parts') ?? maxPage))
  const rest = (await uploads.parts(uploadId)).filter(({ partNumber }) => partNumber > marker)
  const page = rest.slice(0, pageSize)
  return xmlAnswer('ListPartsResult', {
    Bucket: bucket,
    Key: key,
    UploadId: uploadId,
    PartNumberMarker: String(marker),
    NextPartNumberMarker: String(page.at(-1)?.partNumber ?? 0),
    MaxParts: String(pageSize),
    IsTruncated: String(rest.length > page.length),
    Part: page.map(({ partNumber, lastModified, etag, size }) => ({
      PartNumber: String(partNumber),
      LastModified: new Date(lastModified).toISOString(),
      ETag: `"${etagOf(context, etag)}"`,
      Size: String(size),
    })),
  })
}

/** ListMultipartUploads of a bucket, in one page. */
export async function listMultipartUploads(context: StoreContext): Promise<Response> {
  const { address, storage } = context
  const prefix = queryValueOf(context, 'prefix') ?? ''
  const found = (await unfinishedUploads(storage).list(address.bucket)).filter(({ key }) => key.startsWith(prefix))
  return xmlAnswer('ListMultipartUploadsResult', {
    Bucket: address.bucket,
    Prefix: prefix,
    IsTruncated: 'false',
    Upload: found.map(({ key, uploadId, startedAt }) => ({
      Key: key,
      UploadId: uploadId,
      Initiated: new Date(startedAt).toISOString(),
    })),
  })
}

/** CompleteMultipartUpload: the object appears, and its parts are gone. */
export async function completeMultipartUpload(context: StoreContext): Promise<Response> {
  const { address, headers } = context
  const uploads = unfinishedUploads(context.storage)
  const upload = await findUpload(context, uploads)
  const callback = readCallback(
    headers['x-oss-callback'] ?? queryValueOf(context, 'callback'),
    headers['x-oss-callback-var'] ?? queryValueOf(context, 'callback-var'),
  )
  const chosen = await choosePartsOf(context, await uploads.parts(upload.uploadId))
  const object = await storeWhole(context, upload, uploads, chosen)
  await uploads.drop(upload.uploadId)
  const plain = xmlAnswer('CompleteMultipartUploadResult', {
    Location: locationOf(context, object),
    Bucket: address.bucket,
    Key: address.key,
    ETag: `"${etagOf(context, object.etag)}"`,
  })
  return answerUpload(context, object, callback, plain)
}

/** AbortMultipartUpload. */
export async function abortMultipartUpload(context: StoreContext): Promise<Response> {
  const uploads = unfinishedUploads(context.storage)
  await uploads.drop((await findUpload(context, uploads)).uploadId)
  return new Response(null, { status: 204 })
}

async function findUpload(context: StoreContext, uploads: UnfinishedUploads): Promise<UnfinishedUpload> {
  const { bucket, key } = context.address
  const uploadId = queryValueOf(context, 'uploadId') ?? ''
  const upload = await uploads.find(uploadId)
  if (upload?.bucket !== bucket || upload.key !== key) throw noSuchUpload(uploadId)
  return upload
}

function readPartNumber(context: StoreContext): number {
  const value = queryValueOf(context, 'partNumber') ?? ''
  const partNumber = Number(value)
  if (/^\d+$/.test(value) && partNumber >= 1 && partNumber <= maxPartNumber) return partNumber
  const message = `Part number must be an integer between 1 and ${maxPartNumber}, inclusive.`
  throw invalidArgument(message, { name: 'partNumber', value })
}

/** Inside a document no header is there to be put into S3's lower case. */
function etagOf({ tongue }: StoreContext, etag: string): string {
  return tongue.isS3 ? etag.toLowerCase() : etag
}

function xmlAnswer(root: string, elements: XmlElements): Response {
  return new Response(formatXml(root, elements), { status: 200, headers: { 'content-type': 'application/xml' } })
}
