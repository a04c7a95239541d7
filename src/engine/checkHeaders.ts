import { UploadError, type Stage } from './errors.ts'
import { findUnsendableHeader } from './forbiddenHeaders.ts'

/**
 * Returns the headers of a credential, or refuses with `header-forbidden` and the name of what a browser cannot send: a header
 * that is dropped would only show as a wrong signature.
 */
export function checkHeaders(
  headers: Readonly<Record<string, string>>,
  stage: Stage,
): Readonly<Record<string, string>> {
  const hint = findUnsendableHeader(headers)
  if (hint) throw new UploadError({ code: 'header-forbidden', stage, hint })
  return headers
}
