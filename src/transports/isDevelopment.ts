/** Whether the embedding app is a development build. Bundlers write the value in; where nobody did, it is taken for production. */
export function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== 'production' && process.env.NODE_ENV !== undefined
  } catch {
    return false
  }
}
