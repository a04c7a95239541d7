import { isIpAddress, objectUrl as placeObject } from '../../signing/objectUrl.ts'
import { invalidArgument } from './storeError.ts'

/** Which object a URL names. */
export interface ObjectAddress {
  bucket: string
  /** Decoded; empty for the bucket itself. */
  key: string
  /** Decoded, in the URL's order. */
  query: ReadonlyArray<readonly [name: string, value: string]>
}

/**
 * Reads `<bucket>.<host>/<key>`; where the host is one of `hosts` or an IP address, `<host>/<bucket>/<key>`.
 * @throws StoreError when the path is not well percent-encoded
 */
export function readAddress(url: URL, hosts: readonly string[]): ObjectAddress {
  const path = decodePath(url.pathname)
  const query = [...url.searchParams]
  const bucket = bucketOfHost(url.hostname, path, hosts)
  if (bucket !== undefined) return { bucket, key: path, query }
  const slash = path.indexOf('/')
  if (slash === -1) return { bucket: path, key: '', query }
  return { bucket: path.slice(0, slash), key: path.slice(slash + 1), query }
}

function bucketOfHost(hostname: string, path: string, hosts: readonly string[]): string | undefined {
  if (hosts.includes(hostname) || isIpAddress(hostname)) return undefined
  const parent = hosts.find((host) => hostname.endsWith(`.${host}`))
  if (parent) return hostname.slice(0, -parent.length - 1)
  const bucket = hostname.split('.')[0]!
  // Pointed at an IP address, ali-oss sends the Host of the real region and leads the path with the bucket all the same.
  return path.startsWith(`${bucket}/`) ? undefined : bucket
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname.slice(1))
  } catch {
    throw invalidArgument('The URI is not well percent-encoded.')
  }
}

/** The URL of an object in the store at `storeUrl` (an origin), ready to be signed. */
export function objectUrl(storeUrl: string, bucket: string, key: string): string {
  return placeObject({ endpoint: storeUrl, bucket }, key)
}
