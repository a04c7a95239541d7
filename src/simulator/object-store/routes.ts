import { verifyOssRequest } from '../../signing/oss/verifyOssRequest.ts'
import { verifyS3Request } from '../../signing/s3/verifyS3V4.ts'
import type { ObjectAddress } from './address.ts'
import { getObject } from './getObject.ts'
import {
  abortMultipartUpload,
  completeMultipartUpload,
  initiateMultipartUpload,
  listMultipartUploads,
  listParts,
  uploadPart,
} from './multipart/multipartObject.ts'
import { postObject } from './postObject.ts'
import { putObject } from './putObject.ts'
import { putS3Object } from './s3/putS3Object.ts'
import { requireS3Signature } from './s3/s3SignatureCheck.ts'
import { requireSignature } from './signatureCheck.ts'
import type { StoreContext } from './storeContext.ts'
import { methodNotAllowed } from './storeError.ts'

/** OSS's names for what the store can do; faults are matched by them. */
export type StoreOperation =
  | 'PutObject'
  | 'PostObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject'
  | 'InitiateMultipartUpload'
  | 'UploadPart'
  | 'ListParts'
  | 'ListMultipartUploads'
  | 'CompleteMultipartUpload'
  | 'AbortMultipartUpload'
  | 'Preflight'
  | 'Unsupported'

const objectOperations: Readonly<Record<string, StoreOperation>> = {
  PUT: 'PutObject',
  GET: 'GetObject',
  HEAD: 'HeadObject',
  DELETE: 'DeleteObject',
}

/** Of an object, with `uploadId`. */
const uploadOperations: Readonly<Record<string, StoreOperation>> = {
  PUT: 'UploadPart',
  GET: 'ListParts',
  POST: 'CompleteMultipartUpload',
  DELETE: 'AbortMultipartUpload',
}

export function operationOf(method: string, { key, query }: ObjectAddress): StoreOperation {
  const names = new Set(query.map(([name]) => name))
  if (method === 'OPTIONS') return 'Preflight'
  if (key === '') return bucketOperationOf(method, names)
  if (names.has('uploads')) return method === 'POST' ? 'InitiateMultipartUpload' : 'Unsupported'
  return (names.has('uploadId') ? uploadOperations : objectOperations)[method] ?? 'Unsupported'
}

function bucketOperationOf(method: string, names: ReadonlySet<string>): StoreOperation {
  if (method === 'POST') return 'PostObject'
  return method === 'GET' && names.has('uploads') ? 'ListMultipartUploads' : 'Unsupported'
}

/** @throws StoreError */
export async function carryOut(operation: StoreOperation, context: StoreContext): Promise<Response> {
  if (operation === 'PostObject') return postObject(context)
  await checkSignature(context)
  switch (operation) {
    case 'PutObject':
      return context.tongue.isS3 ? putS3Object(context) : putObject(context)
    case 'GetObject':
    case 'HeadObject':
      return getObject(context)
    case 'DeleteObject':
      return deleteObject(context)
    case 'InitiateMultipartUpload':
      return initiateMultipartUpload(context)
    case 'UploadPart':
      return uploadPart(context)
    case 'ListParts':
      return listParts(context)
    case 'ListMultipartUploads':
      return listMultipartUploads(context)
    case 'CompleteMultipartUpload':
      return completeMultipartUpload(context)
    case 'AbortMultipartUpload':
      return abortMultipartUpload(context)
    default:
      throw methodNotAllowed(context.request.method)
  }
}

async function checkSignature(context: StoreContext): Promise<void> {
  const { request, url, address, headers, tongue, verifier, now } = context
  const { method } = request
  if (tongue.isS3) {
    const signed = { method, path: decodeURIComponent(url.pathname), query: address.query, headers }
    return requireS3Signature(await verifyS3Request(signed, verifier), now)
  }
  requireSignature(await verifyOssRequest({ ...address, method, headers }, verifier), now)
}

/** 204 whether there was one or not. */
async function deleteObject({ storage, address }: StoreContext): Promise<Response> {
  await storage.delete(address.bucket, address.key)
  return new Response(null, { status: 204 })
}
