import { percentEncodePath } from './encoding.ts'

/** Where a bucket is reached. */
export interface BucketPlace {
  /** Of the store, e.g. `https://s3.eu-west-1.amazonaws.com`; a path is dropped. */
  endpoint: string
  bucket: string
  /**
   * `https://host/bucket/key` instead of `https://bucket.host/key`. @default only where the host is an IP address, which cannot
   * have a bucket in front of it
   */
  pathStyle?: boolean | undefined
}

/** The URL of an object, fully percent-encoded and without a query: ready to be signed. An empty key names the bucket. */
export function objectUrl({ endpoint, bucket, pathStyle }: BucketPlace, key: string): string {
  const { protocol, host, hostname } = new URL(endpoint)
  const path = percentEncodePath(key)
  const isPathStyle = pathStyle ?? isIpAddress(hostname)
  return isPathStyle ? `${protocol}//${host}/${bucket}/${path}` : `${protocol}//${bucket}.${host}/${path}`
}

/** Whether a URL's host name is an address: `127.0.0.1`, `[::1]`. */
export function isIpAddress(hostname: string): boolean {
  return /^(\d+\.\d+\.\d+\.\d+|\[.*\])$/.test(hostname)
}
