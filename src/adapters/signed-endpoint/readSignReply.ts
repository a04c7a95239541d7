import { checkHeaders } from '../../engine/checkHeaders.ts'
import { UploadError } from '../../engine/errors.ts'
import type { Credential, Expiry, FileMeta, FormPolicyCredential, SignedPutCredential } from '../../engine/ports.ts'
import { readOssCredential } from '../ossCredential.ts'
import { readPolicyExpiration } from '../policyExpiry.ts'
import { readFields } from '../readFields.ts'
import type { Fields } from '../readFields.ts'
import { readMoment } from '../readMoment.ts'
import { checkStoreUrl } from '../storeUrl.ts'
import { readUrlExpiry } from '../urlExpiry.ts'
import { readHandle } from './wire.ts'

interface ReplyContext {
  file: FileMeta
  itemId: string
  serverNowMs: number | undefined
  /** What the reply is for, where that is known already. @default read from the reply */
  handle?: string | undefined
}

/** A credential from the reply of a hand-written signer, or from an answer of Alibaba Cloud's family that it passed on. */
export function readSignReply(answer: unknown, context: ReplyContext): Credential {
  const reply = readFields(answer, 'credentials')
  if (reply.optionalBoolean('skip')) return skipped(reply)
  const place = reply.optionalObject('direct_upload') ?? reply
  if (!place.has('url')) return readOssCredential(answer, context)
  const url = checkStoreUrl(place.string('url'), 'url', 'credentials')
  return reply.has('fields') ? formCredential(reply, url, context) : putCredential(reply, place, url, context)
}

function skipped(reply: Fields): SignedPutCredential {
  const handle = needHandle(reply, readHandle(reply))
  return { kind: 'signed-put', method: 'PUT', handle, url: '', headers: {}, contentType: 'none', alreadyStored: true }
}

function putCredential(reply: Fields, place: Fields, url: string, context: ReplyContext): SignedPutCredential {
  const method = reply.optionalString('method') ?? 'PUT'
  if (method !== 'PUT' && method !== 'POST') throw reply.refuse('method', 'is neither PUT nor POST')
  const headers = checkHeaders(place.optionalStrings('headers') ?? {}, 'credentials')
  return {
    kind: 'signed-put',
    method,
    handle: context.handle ?? needHandle(reply, readHandle(reply)),
    url,
    ...contentTypeOf(headers, url, context.file),
    successStatuses: readStatuses(reply),
    expiry: readExpiry(reply, context) ?? readUrlExpiry(url, context.serverNowMs),
  }
}

function readStatuses(reply: Fields): number[] | undefined {
  if (!reply.has('successStatuses')) return undefined
  return reply.list('successStatuses').map((status, index) => {
    if (typeof status === 'number') return status
    throw reply.refuse(`successStatuses[${index}]`, 'is not a number')
  })
}

function formCredential(reply: Fields, url: string, context: ReplyContext): FormPolicyCredential {
  const fields = readFormFields(reply)
  const named = (name: string) => fields.find(([candidate]) => candidate.toLowerCase() === name)?.[1]
  const policy = named('policy')
  const atMs = policy === undefined ? undefined : readPolicyExpiration(policy)
  const policyExpiry = atMs === undefined ? undefined : { atMs, serverNowMs: context.serverNowMs }
  return {
    kind: 'form-policy',
    handle: needHandle(reply, readHandle(reply) ?? named('key')),
    url,
    headers: checkHeaders(reply.optionalStrings('headers') ?? {}, 'credentials'),
    fields,
    fileField: reply.optionalString('fileField') ?? 'file',
    expiry: readExpiry(reply, context) ?? policyExpiry,
  }
}

function readFormFields(reply: Fields): FormPolicyCredential['fields'] {
  if (!reply.isList('fields')) return Object.entries(reply.optionalStrings('fields') ?? {})
  return reply.list('fields').map((pair, index) => {
    const [name, value]: unknown[] = Array.isArray(pair) ? pair : []
    if (typeof name === 'string' && typeof value === 'string') return [name, value]
    throw reply.refuse(`fields[${index}]`, 'is not a pair of texts')
  })
}

/**
 * Whether a Content-Type goes along. V4 URLs of S3 and GCS show what they sign; OSS signs whatever is sent and shows nothing,
 * so there, as with strangers, none is sent that was not handed out.
 */
function contentTypeOf(
  headers: Readonly<Record<string, string>>,
  url: string,
  file: FileMeta,
): Pick<SignedPutCredential, 'headers' | 'contentType'> {
  const sent = new Set(Object.keys(headers).map((name) => name.toLowerCase()))
  const signed = signedHeaderNames(url)
  const unsent = signed?.find((name) => !sentByBrowsers.has(name) && !sent.has(name))
  if (unsent !== undefined) throw missingHeader(unsent)
  if (sent.has('content-type')) return { headers, contentType: 'exact' }
  if (signed?.includes('content-type')) {
    return { headers: { ...headers, 'Content-Type': file.contentType }, contentType: 'exact' }
  }
  return { headers, contentType: signed ? 'free' : 'none' }
}

/** Under a signature, yet never handed out: browsers send these by themselves, or the file brings them along. */
const sentByBrowsers: ReadonlySet<string> = new Set(['host', 'content-length', 'content-type'])

function signedHeaderNames(url: string): string[] | undefined {
  const query = new URL(url).searchParams
  const names = query.get('X-Amz-SignedHeaders') ?? query.get('X-Goog-SignedHeaders')
  return names?.toLowerCase().split(';')
}

function readExpiry(reply: Fields, { serverNowMs }: ReplyContext): Expiry | undefined {
  const seconds = reply.optionalNumber('expiresIn')
  if (seconds !== undefined) return { afterMs: seconds * 1000 }
  if (!reply.has('expiresAt')) return undefined
  const moment = readMoment(reply.value('expiresAt'), serverNowMs)
  if (!moment) throw reply.refuse('expiresAt', 'is not a date')
  return moment
}

function needHandle(reply: Fields, handle: string | undefined): string {
  if (handle === undefined || handle === '')
    throw reply.refuse('key', 'is missing, and so are attachmentId and signed_id')
  return handle
}

function missingHeader(name: string): UploadError {
  const hint = `The URL signs the header ${name}, which the reply's headers do not hold: hand it out.`
  return new UploadError({ code: 'signature-mismatch', stage: 'credentials', hint })
}
