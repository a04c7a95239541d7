import { answerUpload, readCallback } from './callback.ts'
import { contentTypeOf } from './contentTypes.ts'
import { objectHeaders } from './objectHeaders.ts'
import type { ObjectMeta } from './objectStorage.ts'
import type { StoreContext } from './storeContext.ts'
import { StoreError } from './storeError.ts'
import { storeObject } from './storeObject.ts'

/** PutObject: the raw body becomes the object. */
export async function putObject(context: StoreContext): Promise<Response> {
  const { address, headers, body, storage, switches, now } = context
  refuseHeaders(headers, ['if-none-match', 'if-modified-since', 'x-oss-copy-source'])
  const sizeBytes = contentLength(context)
  const callback = readCallback(
    headers['x-oss-callback'] ?? queryValueOf(context, 'callback'),
    headers['x-oss-callback-var'] ?? queryValueOf(context, 'callback-var'),
  )
  const overwrite = headers['x-oss-forbid-overwrite'] !== 'true' && !switches.forbidsOverwrite
  const target = { bucket: address.bucket, key: address.key, meta: metaOf(address.key, headers), overwrite }
  const expected = { sizeBytes, contentMd5: headers['content-md5'], crc64: headers['x-oss-hash-crc64ecma'] }
  const object = await storeObject(storage, target, body, expected, now)
  const plain = new Response(null, { status: 200, headers: objectHeaders(object) })
  return answerUpload(context, object, callback, plain)
}

/** Stored with the object and served back. */
export const keptHeaders: ReadonlySet<string> = new Set([
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
])

/** What of a request's headers (or a form's fields, by lower-case name) is stored with the object. */
export function metaOf(key: string, headers: Readonly<Record<string, string>>): ObjectMeta {
  const kept = Object.entries(headers).filter(([name]) => keptHeaders.has(name) || name.startsWith('x-oss-meta-'))
  // An empty Content-Type counts as none, as it does in the signature.
  return { headers: { ...Object.fromEntries(kept), 'content-type': headers['content-type'] || contentTypeOf(key) } }
}

function refuseHeaders(headers: StoreContext['headers'], names: readonly string[]): void {
  const found = names.find((name) => headers[name] !== undefined)
  if (!found) return
  const message = 'A header you provided implies functionality that is not implemented.'
  throw new StoreError(400, 'NotImplemented', message, { extras: { Header: found } })
}

/** @throws StoreError 411 where a length is demanded */
export function contentLength({ headers, requiresContentLength }: StoreContext): number | undefined {
  const declared = headers['content-length']
  if (declared !== undefined && /^\d+$/.test(declared)) return Number(declared)
  if (!requiresContentLength || headers['transfer-encoding'] !== undefined) return undefined
  throw new StoreError(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.')
}

export function queryValueOf({ address }: StoreContext, name: string): string | undefined {
  return address.query.find(([each]) => each === name)?.[1]
}
