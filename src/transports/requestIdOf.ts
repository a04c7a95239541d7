const names = [
  'x-oss-request-id',
  'x-amz-request-id',
  'x-ms-request-id',
  'x-request-id',
  'x-guploader-uploadid',
  'cf-ray',
]

/** The store's own number of a request, for its support. Undefined where CORS hides it. */
export function requestIdOf(headers: Readonly<Record<string, string>>): string | undefined {
  for (const name of names) {
    const value = headers[name]
    if (value && /^[\w.:=/+-]{1,200}$/.test(value)) return value
  }
  return undefined
}
