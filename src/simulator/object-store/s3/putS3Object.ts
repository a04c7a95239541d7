import { contentLength, keptHeaders } from '../putObject.ts'
import { objectHeaders } from '../objectHeaders.ts'
import type { ObjectMeta } from '../objectStorage.ts'
import type { StoreContext } from '../storeContext.ts'
import { StoreError } from '../storeError.ts'
import { storeObject } from '../storeObject.ts'

/** PutObject as S3 does it: no callback, a conditional create by `If-None-Match: *`, no type by extension. */
export async function putS3Object(context: StoreContext): Promise<Response> {
  const { address, headers, body, storage, switches, now } = context
  const ifNoneMatch = headers['if-none-match']
  if (ifNoneMatch !== undefined && ifNoneMatch !== '*') {
    throw new StoreError(501, 'NotImplemented', '', { extras: { Header: 'If-None-Match' } })
  }
  const overwrite = ifNoneMatch === undefined && !switches.forbidsOverwrite
  const target = { bucket: address.bucket, key: address.key, meta: s3MetaOf(headers), overwrite }
  const expected = { sizeBytes: contentLength(context), contentMd5: headers['content-md5'] }
  const object = await storeObject(storage, target, body, expected, now)
  return new Response(null, { status: 200, headers: objectHeaders(object) })
}

/** What of a request's headers (or a form's fields, by lower-case name) is stored with the object. */
export function s3MetaOf(headers: Readonly<Record<string, string>>): ObjectMeta {
  const kept = Object.entries(headers).filter(([name]) => keptHeaders.has(name) || name.startsWith('x-amz-meta-'))
  return { headers: { ...Object.fromEntries(kept), 'content-type': headers['content-type'] || 'binary/octet-stream' } }
}
