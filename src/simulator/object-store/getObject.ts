import { utf8 } from '../../signing/encoding.ts'
import { formatHttpDate } from '../../signing/dateTime.ts'
import { objectHeaders } from './objectHeaders.ts'
import type { ByteRange, StoredObject } from './objectStorage.ts'
import { readRange } from './range.ts'
import type { StoreContext } from './storeContext.ts'
import { noSuchKey, StoreError } from './storeError.ts'

/** GetObject and HeadObject. */
export async function getObject(context: StoreContext): Promise<Response> {
  const { request, address, headers: asked, storage } = context
  const object = await storage.head(address.bucket, address.key)
  if (!object) throw noSuchKey(address.key)
  const headers = { ...headersOf(object), ...overrides(context) }
  if (requirePreconditions(asked, object) === 'not-modified') return new Response(null, { status: 304, headers })
  const range = readRange(asked['range'], object.size)
  if (context.tongue.isS3 && isUnfit(asked['range'], range)) throw invalidRange(asked['range'], object.size)
  const length = range ? range.end - range.start + 1 : object.size
  const sized = { ...headers, 'content-length': String(length) }
  const answer = range
    ? { status: 206, headers: { ...sized, 'content-range': `bytes ${range.start}-${range.end}/${object.size}` } }
    : { status: 200, headers: sized }
  if (request.method === 'HEAD') return new Response(null, answer)
  const opened = await storage.get(address.bucket, address.key, range)
  if (!opened) throw noSuchKey(address.key)
  return new Response(opened.body, answer)
}

/** Where OSS sends the whole object, S3 refuses. */
function isUnfit(header: string | undefined, range: ByteRange | undefined): boolean {
  return range === undefined && /^bytes=(\d+-\d*|-\d+)$/.test(header ?? '')
}

function invalidRange(asked = '', size: number): StoreError {
  const extras = { RangeRequested: asked, ActualObjectSize: String(size) }
  return new StoreError(416, 'InvalidRange', 'The requested range is not satisfiable', { extras })
}

function headersOf(object: StoredObject): Record<string, string> {
  return {
    ...object.meta.headers,
    ...objectHeaders(object),
    'accept-ranges': 'bytes',
    'last-modified': formatHttpDate(object.lastModified),
    'x-oss-object-type': 'Normal',
    'x-oss-storage-class': 'Standard',
  }
}

const overridable: Readonly<Record<string, string>> = {
  'response-cache-control': 'cache-control',
  'response-content-disposition': 'content-disposition',
  'response-content-encoding': 'content-encoding',
  'response-content-language': 'content-language',
  'response-content-type': 'content-type',
  'response-expires': 'expires',
}

/** All of them are under the signature, which has passed by now. */
function overrides({ address }: StoreContext): Record<string, string> {
  const wanted = address.query.filter(([name]) => Object.hasOwn(overridable, name))
  return Object.fromEntries(wanted.map(([name, value]) => [overridable[name]!, headerValue(value)]))
}

/** UTF-8 bytes, one character each: a header cannot hold others. Line ends would end it. */
function headerValue(text: string): string {
  return Array.from(utf8(text.replace(/[\r\n\0]/g, ' ')), (byte) => String.fromCharCode(byte)).join('')
}

function requirePreconditions(asked: StoreContext['headers'], object: StoredObject): 'modified' | 'not-modified' {
  const names = (list: string | undefined) => list?.split(',').map((tag) => tag.trim().replaceAll('"', '')) ?? []
  const matches = (tags: string[]) => tags.some((tag) => tag === '*' || tag.toUpperCase() === object.etag)
  if (asked['if-match'] !== undefined && !matches(names(asked['if-match']))) {
    const message = 'At least one of the pre-conditions you specified did not hold.'
    throw new StoreError(412, 'PreconditionFailed', message, { extras: { Condition: 'If-Match' } })
  }
  return matches(names(asked['if-none-match'])) ? 'not-modified' : 'modified'
}
