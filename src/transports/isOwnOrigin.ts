/** Whether an address is on the page's own origin, where the embedder's server answers and no store. */
export function isOwnOrigin(url: string): boolean {
  return new URL(url, globalThis.location?.href).origin === globalThis.location?.origin
}
