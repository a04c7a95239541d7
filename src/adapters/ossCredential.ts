import { checkHeaders } from '../engine/checkHeaders.ts'
import { UploadError } from '../engine/errors.ts'
import type { Credential, Expiry, FileMeta, FormPolicyCredential, SignedPutCredential } from '../engine/ports.ts'
import { readOssFields } from './ossFields.ts'
import type { OssFields } from './ossFields.ts'
import { readPolicyExpiration } from './policyExpiry.ts'
import { checkHost, checkStoreUrl } from './storeUrl.ts'
import { readMoment } from './readMoment.ts'
import { readUrlExpiry } from './urlExpiry.ts'

export interface OssCredentialContext {
  file: FileMeta
  /** Names the object where the answer gives a folder only: never the file's own name. */
  itemId: string
  serverNowMs?: number | undefined
}

/**
 * Reads an upload credential in any shape of Alibaba Cloud's API family: a signed URL, a POST policy (V1, V4), a header
 * signature. Their operations spell the same few fields in two dozen ways; the tests list them.
 * Refuses with `answer-unreadable` what is none of these, or what would make the browser sign with a secret.
 */
export function readOssCredential(answer: unknown, context: OssCredentialContext): Credential {
  const fields = readOssFields(answer)
  if (fields.text('accessKeySecret') !== undefined) {
    throw unreadable('it holds an AccessKeySecret: sign on the server, and hand out a URL or a policy')
  }
  if (fields.text('policy') !== undefined) return formCredential(fields, context)
  if (fields.resourceUrl !== undefined) return headerCredential(fields, fields.resourceUrl)
  return urlCredential(fields, context)
}

function formCredential(fields: OssFields, context: OssCredentialContext): FormPolicyCredential {
  refuseTooLarge(fields, context.file)
  const handle = fields.text('key') ?? keyInFolder(need(fields, 'folder'), context)
  const policy = need(fields, 'policy')
  return {
    kind: 'form-policy',
    handle,
    url: checkStoreUrl(formUrl(fields), 'Host', 'credentials'),
    headers: {},
    fields: [
      ['key', handle],
      ...signatureFields(fields, policy),
      ...optionalField('callback', fields.text('callback')),
    ],
    fileField: 'file',
    expiry: earlierExpiry(fields, policy, context.serverNowMs),
  }
}

function signatureFields(fields: OssFields, policy: string): [string, string][] {
  const token = optionalField('x-oss-security-token', fields.text('securityToken'))
  const credential = fields.text('v4Credential')
  const signature = need(fields, 'signature')
  if (credential === undefined) {
    return [['OSSAccessKeyId', need(fields, 'accessKeyId')], ['policy', policy], ['Signature', signature], ...token]
  }
  return [
    ['policy', policy],
    ['x-oss-signature-version', fields.text('v4Version') ?? 'OSS4-HMAC-SHA256'],
    ['x-oss-credential', credential],
    ['x-oss-date', need(fields, 'v4Date')],
    ['x-oss-signature', signature],
    ...token,
  ]
}

function headerCredential(fields: OssFields, received: string): SignedPutCredential {
  const url = checkStoreUrl(received, 'ResourceUrls', 'credentials')
  const headers = Object.entries(fields.headers).filter(([name]) => name.toLowerCase() !== 'content-type')
  const seconds = fields.number('expirationSeconds')
  return {
    ...putCredential(fields.text('key') ?? need(fields, 'uploadKey'), url),
    headers: checkHeaders(Object.fromEntries(headers), 'credentials'),
    expiry: seconds === undefined ? undefined : { afterMs: seconds * 1000 },
  }
}

function urlCredential(fields: OssFields, { serverNowMs }: OssCredentialContext): SignedPutCredential {
  const url = checkStoreUrl(need(fields, 'putUrl'), 'UploadUrl', 'credentials')
  const handle = fields.text('key') ?? fields.text('uploadKey') ?? keyInPath(url)
  const told = readMoment(fields.value('expiry'), serverNowMs)
  return { ...putCredential(handle, url), headers: {}, expiry: readUrlExpiry(url, serverNowMs) ?? told }
}

function putCredential(handle: string, url: string) {
  return { kind: 'signed-put', method: 'PUT', handle, url, contentType: 'none' } as const
}

/** As it stands where it was not percent-encoded as UTF-8: it is a name for the backend, and nothing is sent to it. */
function keyInPath(url: string): string {
  const path = new URL(url).pathname.slice(1)
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** A host comes with or without a scheme; or bucket and endpoint come apart. */
function formUrl(fields: OssFields): string {
  const host = fields.text('host') ?? fields.text('putUrl')
  if (host !== undefined) return /^https?:\/\//i.test(host) ? host : `https://${host}`
  const bucket = checkHost(need(fields, 'bucket'), 'bucket', 'credentials')
  return `https://${bucket}.${checkHost(need(fields, 'endpoint'), 'endpoint', 'credentials')}/`
}

function keyInFolder(folder: string, { file, itemId }: OssCredentialContext): string {
  const extension = /\.[a-z0-9]{1,10}$/i.exec(file.name)?.[0].toLowerCase() ?? ''
  const name = itemId.replaceAll(/[^\w-]/g, '-')
  return `${folder.replace(/\/*$/, '/')}${name}${extension}`
}

function earlierExpiry(fields: OssFields, policy: string, serverNowMs: number | undefined): Expiry | undefined {
  const told = readMoment(fields.value('expiry'), serverNowMs)
  const atMs = readPolicyExpiration(policy)
  if (atMs === undefined || (told && (!('atMs' in told) || told.atMs <= atMs))) return told
  return { atMs, serverNowMs }
}

function refuseTooLarge(fields: OssFields, file: FileMeta): void {
  const limitBytes = fields.number('maxFileSize')
  if (limitBytes === undefined || file.size <= limitBytes) return
  const hint = `The backend takes at most ${limitBytes} bytes.`
  throw new UploadError({ code: 'file-too-large', stage: 'credentials', limitBytes, hint })
}

function optionalField(name: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[name, value]]
}

function need(fields: OssFields, name: Parameters<OssFields['text']>[0]): string {
  const value = fields.text(name)
  if (value === undefined) throw unreadable(`${fields.spellings(name)} is missing`)
  return value
}

function unreadable(reason: string): UploadError {
  return new UploadError({
    code: 'answer-unreadable',
    stage: 'credentials',
    hint: `The backend's answer does not fit: ${reason}.`,
  })
}
