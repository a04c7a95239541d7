import type { UploadError } from './errors.ts'

/**
 * What a person may copy for support: codes, status and request id, one per line. No name, URL, signature or token: those
 * are never in an `UploadError`'s fields, and causes are left out.
 */
export function supportDetails(error: UploadError, at: Date): string {
  const { code, stage, status, storageCode, requestId, hint } = error
  const rows = { code, stage, status, storageCode, requestId, hint, time: at.toISOString() }
  return Object.entries(rows)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}
