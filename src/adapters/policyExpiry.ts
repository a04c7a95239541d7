/** When a POST policy ends, in milliseconds since the epoch; undefined for what cannot be read. */
export function readPolicyExpiration(base64: string): number | undefined {
  try {
    const { expiration } = JSON.parse(atob(base64)) as { expiration?: unknown }
    const atMs = typeof expiration === 'string' ? Date.parse(expiration) : Number.NaN
    return Number.isNaN(atMs) ? undefined : atMs
  } catch {
    return undefined
  }
}
