import { isS3Signed } from '../../signing/s3/verifyS3V4.ts'
import { readAddress, type ObjectAddress } from './address.ts'
import { operationOf, type StoreOperation } from './routes.ts'
import type { Tongue } from './storeContext.ts'

/** A request, read as far as the switches need it. */
export interface StoreExchange {
  request: Request
  url: URL
  operation: StoreOperation
  /** Absent when the path is not well encoded; `addressError` says so. */
  address?: ObjectAddress
  addressError?: unknown
}

/** @param hosts names under which the store itself is reached */
export function readExchange(request: Request, hosts: readonly string[] = ['localhost']): StoreExchange {
  const url = new URL(request.url)
  try {
    const address = readAddress(url, hosts)
    return { request, url, address, operation: operationOf(request.method, address) }
  } catch (addressError) {
    return { request, url, addressError, operation: 'Unsupported' }
  }
}

/** What the request alone tells of how it is signed. */
export function tongueOf({ request, address }: StoreExchange): Tongue {
  return { isS3: address ? isS3Signed({ query: address.query, headers: Object.fromEntries(request.headers) }) : false }
}
