import { percentEncodePath } from '../signing/encoding.ts'

/**
 * The address of an object, fully percent-encoded: bucket as host name where the store has one, as first folder where it has
 * an IP address (or a path) and so no name to put a bucket in front of.
 */
export function objectUrl(storeUrl: string, bucket: string, key: string): string {
  const store = new URL(storeUrl)
  const path = percentEncodePath(key)
  if (isIpAddress(store.hostname)) return `${store.origin}/${bucket}/${path}`
  return `${bucketOrigin(storeUrl, bucket)}/${path}`
}

/** Where a bucket takes forms: `http://bucket.localhost:8399`, or `http://127.0.0.1:8399/bucket`. */
export function bucketOrigin(storeUrl: string, bucket: string): string {
  const store = new URL(storeUrl)
  if (isIpAddress(store.hostname)) return `${store.origin}/${bucket}`
  return `${store.protocol}//${bucket}.${store.host}`
}

export function isIpAddress(hostname: string): boolean {
  return /^[\d.]+$/.test(hostname) || hostname.startsWith('[')
}
