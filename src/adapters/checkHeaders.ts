import { UploadError } from '../engine/errors.ts'
import type { Stage } from '../engine/errors.ts'

/** Browsers drop these without a word, so a signature that covers one can never match. */
const forbiddenNames: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'access-control-request-private-network',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
])

/** Returns the headers of a credential, or refuses with `header-forbidden` and the name of what a browser cannot send. */
export function checkHeaders(
  headers: Readonly<Record<string, string>>,
  stage: Stage,
): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(headers)) {
    const shown = name.replace(/[^\w-]/g, '?')
    if (isForbiddenHeader(name)) {
      throw refuse(`The credential asks for the header ${shown}, which browsers do not send: sign without it.`, stage)
    }
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) throw refuse(`The credential's header name ${shown} is not valid.`, stage)
    // Beyond ASCII, engines differ in the bytes they send; control characters are refused by all of them.
    if (!/^[\t\x20-\x7e]*$/.test(value)) {
      throw refuse(`The value of the credential's header ${shown} is not plain ASCII: percent-encode it.`, stage)
    }
  }
  return headers
}

/** Whether browsers drop a request header of this name. */
export function isForbiddenHeader(name: string): boolean {
  const lower = name.toLowerCase()
  return forbiddenNames.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')
}

function refuse(hint: string, stage: Stage): UploadError {
  return new UploadError({ code: 'header-forbidden', stage, hint })
}
