import { UploadError } from './errors.ts'

/** A credential's life on the session's clock, see `deadlineOf`. */
export interface CredentialLife {
  askedAt: number
  deadline: number
}

/**
 * Stores refuse an ended credential without CORS headers, so the page sees no answer at all: then the deadline alone tells.
 * A connection that merely broke looks the same, so the error stays one that may be retried. A credential that was dead on
 * arrival tells nothing, since then it is a clock that is wrong.
 */
export function explainSilence(failure: UploadError, { askedAt, deadline }: CredentialLife, now: number): UploadError {
  const isSilence = failure.code === 'network' || failure.code === 'cors-refused'
  if (!isSilence || deadline <= askedAt || now < deadline) return failure
  return new UploadError({
    code: 'credential-expired',
    stage: failure.stage,
    retryable: true,
    hint: 'No answer came, and the credential had ended by then: stores refuse those without CORS headers.',
    cause: failure,
  })
}
