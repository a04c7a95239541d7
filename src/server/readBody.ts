/** The members of a request's JSON. */
export type Body = Readonly<Record<string, unknown>>

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const maxBodyChars = 64 * 1024

/**
 * Reads a JSON object. Another Content-Type is refused, so that a page of another origin cannot make the call without a
 * preflight. Undefined when it is not one.
 */
export async function readBody(request: Request): Promise<Body | undefined> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return undefined
  const text = await request.text()
  if (text.length > maxBodyChars) return undefined
  try {
    const parsed: unknown = JSON.parse(text)
    return isBody(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}
