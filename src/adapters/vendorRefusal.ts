import { UploadError } from '../engine/errors.ts'
import type { ErrorCode, Stage } from '../engine/errors.ts'

/** What a backend's answer says when the vendor refused. */
export interface VendorRefusal {
  /** The vendor's own code, e.g. `spaceQuotaInsufficient`. */
  storageCode: string
  requestId?: string | undefined
}

/** A vendor's codes, each with ours. A code that is not listed is judged by the HTTP status. */
export type VendorCodes = Readonly<Record<string, ErrorCode>>

/** How one vendor says no: where its code stands in an answer, and what the code means. */
export interface VendorErrors {
  readRefusal: (body: unknown) => VendorRefusal | undefined
  codes: VendorCodes
}

export interface RefusedAnswer {
  status: number
  refusal: VendorRefusal | undefined
  codes: VendorCodes
  stage: Stage
  retryAfterMs?: number | undefined
}

/** The error of an answer that is a refusal. Vendors' own sentences stay out: they may quote what was signed. */
export function refusalError({ status, refusal, codes, stage, retryAfterMs }: RefusedAnswer): UploadError {
  const storageCode = refusal && plainCode(refusal.storageCode)
  const listed = refusal && Object.hasOwn(codes, refusal.storageCode) ? codes[refusal.storageCode] : undefined
  return new UploadError({
    code: listed ?? codeOfStatus(status),
    stage,
    status,
    storageCode,
    requestId: refusal?.requestId && plainCode(refusal.requestId),
    retryAfterMs,
    hint: storageCode
      ? `The vendor refused with ${storageCode} (HTTP ${status}).`
      : `The backend answered with HTTP status ${status}.`,
  })
}

/** What an HTTP status of a backend means when its body says nothing more. */
export function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'unauthorized'
  if (status === 403) return 'forbidden'
  if (status === 404 || status === 410) return 'not-found'
  if (status === 408) return 'timeout'
  if (status === 413) return 'file-too-large'
  if (status === 415) return 'file-invalid-type'
  if (status === 429) return 'rate-limited'
  if (status === 502 || status === 503 || status === 504) return 'unavailable'
  if (status >= 500) return 'server-error'
  return 'vendor-refused'
}

/** Codes are shown and logged, so only what looks like one gets through. */
function plainCode(text: string): string {
  return /^[\w.:-]{1,80}$/.test(text) ? text : 'unreadable-code'
}
