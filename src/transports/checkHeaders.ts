import { UploadError } from '../engine/errors.ts'
import { findUnsendableHeader } from '../engine/forbiddenHeaders.ts'

/** Refuses with `header-forbidden` before anything is sent: a dropped header would only show as a wrong signature. */
export function checkHeaders(
  headers: Readonly<Record<string, string>>,
  stage: 'transfer' | 'download' = 'transfer',
): void {
  const hint = findUnsendableHeader(headers)
  if (hint) throw new UploadError({ code: 'header-forbidden', stage, hint })
}
