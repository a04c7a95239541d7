/** The `Content-Disposition` of an answer that is to be saved, or shown, under a name. */
export function dispositionOf(disposition: string, filename: string): string {
  const kind = disposition === 'inline' ? 'inline' : 'attachment'
  const encoded = encodeURIComponent(filename).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename*=UTF-8''${encoded}`
}
