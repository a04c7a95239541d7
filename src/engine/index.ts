export { createClock, type Clock } from './clock.ts'
export { resolveContentType } from './contentType.ts'
export {
  abortError,
  isAbortError,
  isRetryableCode,
  UploadError,
  type ErrorCode,
  type RejectionCode,
  type Stage,
  type UploadErrorInit,
} from './errors.ts'
export { displayName } from './displayName.ts'
export { rememberSource } from './fileSource.ts'
export { isInterruptedFile } from './isInterruptedFile.ts'
export { matchesAccept } from './matchesAccept.ts'
export { mergeRules } from './mergeRules.ts'
export { defaultRetryPolicy, nextDelay, type RetryPolicy } from './retry.ts'
export * from './selectors.ts'
export { selectIsSettled, selectTotals, type Totals } from './totals.ts'
export { createSession } from './session.ts'
export { createSharedCredential, type SharedCredential, type SharedCredentialOptions } from './sharedCredential.ts'
export type * from './item.ts'
export type * from './multipartPorts.ts'
export type * from './ports.ts'
export type * from './rules.ts'
export type * from './sessionTypes.ts'
export type * from './uploadJournal.ts'
