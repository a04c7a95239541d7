/** Lone surrogates are no characters: JSON, URLs and forms each make something else of them. */
const loneSurrogates = /\p{Cs}/gu
/** Everything that starts a new line or column somewhere. */
const lineEnds = /[\t-\r\u0085\u2028\u2029]+/g
/** Control characters, and those that turn the direction of what follows: `invoice‮fdp.exe` would read as `invoiceexe.pdf`. */
const controls = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** A name as it is sent: composed (macOS hands out decomposed letters), and nothing in it that cannot be encoded. */
export function cleanName(name: string): string {
  return name.replace(loneSurrogates, '\uFFFD').normalize('NFC')
}

/** What is seen of a name: one line, and no character that is not seen but changes how the others read. May be empty. */
export function visibleName(name: string): string {
  return cleanName(name).replace(lineEnds, ' ').replace(controls, '')
}

/** A name as people see it. Never empty: a row without a name could not be told from a mistake. */
export function displayName(name: string): string {
  const shown = visibleName(name)
  return shown.trim() === '' ? '_' : shown
}
