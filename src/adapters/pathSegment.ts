import { UploadError } from '../engine/errors.ts'
import type { Stage } from '../engine/errors.ts'

/**
 * A handle as one segment of a path. Handles come from answers: one of dots would climb to another operation of the endpoint,
 * and half a character cannot be encoded. Such a one is refused as `not-found`: nothing is stored under it.
 */
export function pathSegment(handle: string, stage: Stage): string {
  if (/^\.{0,2}$|\p{Cs}/u.test(handle)) {
    throw new UploadError({ code: 'not-found', stage, hint: 'The handle cannot stand in an address.' })
  }
  return encodeURIComponent(handle)
}
