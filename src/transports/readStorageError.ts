import { UploadError, type ErrorCode, type Stage } from '../engine/errors.ts'
import { readRetryAfter } from '../engine/retryAfter.ts'
import { parseErrorBody, type ErrorDetails } from './parseErrorBody.ts'
import { redactMessage } from './redactMessage.ts'
import { requestIdOf } from './requestIdOf.ts'
import { meaningOfStatus, meaningOfStorageCode } from './storageCodes.ts'

export interface StorageAnswer {
  status: number
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>
  body: string
}

export interface StorageErrorContext {
  /** @default 'transfer' */
  stage?: Stage | undefined
  /** The answer came from the embedder's own server, whose 401 means that the session ended. @default false */
  ownBackend?: boolean | undefined
}

/**
 * The error an answer tells of: XML of S3, OSS and Azure, JSON of vendors, pages of proxies, or nothing but a status. Never
 * throws. `cause` holds what the store said (`storageCode`, `requestId`, `hostId`, `ec`), for support.
 */
export function readStorageError(answer: StorageAnswer, context: StorageErrorContext = {}): UploadError {
  const { status, headers } = answer
  const details = readDetails(answer)
  const code = judge(status, details, context.ownBackend ?? false)
  const { storageCode, hostId, ec } = details
  const requestId = details.requestId ?? requestIdOf(headers)
  return new UploadError({
    code,
    stage: context.stage ?? 'transfer',
    status,
    storageCode,
    requestId,
    limitBytes: details.limitBytes,
    retryAfterMs: readRetryAfter(headers['retry-after'], headers.date),
    hint: describe(status, details),
    cause: { storageCode, requestId, hostId, ec },
  })
}

/** The body, else what stores put into headers when there is none (OSS answers HEAD so, Azure everything). */
function readDetails({ headers, body }: StorageAnswer): ErrorDetails {
  const said = parseErrorBody(body)
  const inHeader = said.storageCode ? {} : parseErrorBody(decodeBase64(headers['x-oss-err']))
  const named = headers['x-ms-error-code']?.match(/^\w{1,100}$/)?.[0]
  const ec = headers['x-oss-ec']?.match(/^[\d-]{1,40}$/)?.[0]
  return {
    ...inHeader,
    ...dropUndefined(said),
    storageCode: said.storageCode ?? inHeader.storageCode ?? named,
    ec: said.ec ?? inHeader.ec ?? ec,
  }
}

function dropUndefined(details: ErrorDetails): ErrorDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined))
}

function decodeBase64(text: string | undefined): string {
  try {
    return text ? new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0))) : ''
  } catch {
    return ''
  }
}

function judge(status: number, details: ErrorDetails, ownBackend: boolean): ErrorCode {
  if (saysExpired(status, details)) return 'credential-expired'
  if (status === 401 && ownBackend) return 'unauthorized'
  if (details.storageCode === 'AccessDenied') return judgeAccessDenied(details.message ?? '')
  return meaningOfStorageCode(details.storageCode) ?? meaningOfStatus(status)
}

/** OSS codes of an expired URL, an expired URL signed the S3 way, and an expired STS token. */
const expiredEcs: ReadonlySet<string> = new Set(['0002-00000069', '0002-00000418', '0002-00000007'])

/** Stores say it in many sentences; a complaint about an `Expires` parameter is none of them. */
const expiredSentence = /\bexpired\b|not valid in the specified time frame/i

function saysExpired(status: number, { message = '', detail = '', ec = '' }: ErrorDetails): boolean {
  if (status < 400 || status > 403) return false
  return expiredEcs.has(ec) || expiredSentence.test(message) || expiredSentence.test(detail)
}

/** The code every store uses for everything; the sentence tells which. */
function judgeAccessDenied(message: string): ErrorCode {
  if (/according to policy|policy (?:condition|check|missing)|extra input fields/i.test(message))
    return 'policy-violated'
  if (/specified endpoint/i.test(message)) return 'store-misconfigured'
  // S3 says so of a URL whose date is ahead: the signer's clock is.
  if (/\bnot yet valid\b/i.test(message)) return 'clock-skewed'
  if (/headers present in the request which were not signed|signature/i.test(message)) return 'signature-mismatch'
  return 'forbidden'
}

function describe(status: number, { storageCode, message, ec }: ErrorDetails): string {
  const said = [storageCode, ec && `EC ${ec}`, message && redactMessage(message)].filter(Boolean).join('; ')
  return said ? `The store answered ${status}: ${said}` : `The store answered ${status} without saying why.`
}
