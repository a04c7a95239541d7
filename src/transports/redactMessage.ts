/** A store's sentence without what may be secret or long: URLs lose their query, long runs of key material are cut out. */
export function redactMessage(message: string): string {
  const plain = message
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/(https?:\/\/[^\s?"'<>]*)\?[^\s"'<>]*/gi, '$1?…')
    .replace(
      /\b(signature|token|credential|policy|password|secret|authorization)(["']?\s*[=:]\s*["']?)[^\s"',;&]+/gi,
      '$1$2…',
    )
    .replace(/[A-Za-z0-9+/=_%-]{32,}/g, '…')
    .trim()
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain
}
