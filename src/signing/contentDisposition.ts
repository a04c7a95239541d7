/**
 * The value of a Content-Disposition header, or of `response-content-disposition`, that saves or shows a file under a name:
 * printable ASCII whatever the name holds. `filename*` carries the name where `filename` alone cannot, with question marks
 * in the latter for the old readers. The name may hold a path, which readers take off.
 * Source: RFC 6266, RFC 8187
 */
export function formatContentDisposition(type: 'attachment' | 'inline', filename: string): string {
  const plain = filename.replace(/[^\x20-\x7e]/g, '?')
  // Some readers decode percent escapes in a plain name, too.
  const isPlain = plain === filename && !/%[\da-f]{2}/i.test(filename)
  return `${type}; filename=${quoteUnlessToken(plain)}${isPlain ? '' : `; filename*=UTF-8''${encodeExtended(filename)}`}`
}

function quoteUnlessToken(text: string): string {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`
}

/** Lone surrogates, which UTF-8 cannot hold, become the character that stands for the unreadable. */
function encodeExtended(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
