import type { AccessKey } from '../accessKey.ts'
import { canonicalQuery } from '../canonicalQuery.ts'
import { formatBasicDateTime } from '../dateTime.ts'
import { percentEncodePath, toHex, utf8 } from '../encoding.ts'
import { hmacSha256, sha256Hex } from '../hmac.ts'
import { byCodeUnit, normaliseHeaders } from '../signableRequest.ts'

/** A call of a Huawei Cloud API, as a server makes it. Never sign in a page: whoever signs has the secret. */
export interface SdkHmacCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With its query. */
  url: string
  /** All are signed. Leave Content-Type out of a multipart form's: the gateway does not count it. @default {} */
  headers?: Readonly<Record<string, string>> | undefined
  /** As it is sent; none for a multipart form, whose body is not signed. @default '' */
  body?: string | undefined
}

const algorithm = 'SDK-HMAC-SHA256'

/**
 * The headers that sign a call: those of the call, `X-Sdk-Date`, the token's and `Authorization`. A `host` is signed, but left
 * to the client to send. Source: "Signing API Requests" of the Huawei Cloud API sign tools; the path gets a slash at its end.
 */
export async function signSdkHmac(
  call: SdkHmacCall,
  accessKey: AccessKey,
  { signedAt }: { signedAt: number },
): Promise<Record<string, string>> {
  const headers: Record<string, string> = {
    ...call.headers,
    'X-Sdk-Date': formatBasicDateTime(signedAt),
    ...(accessKey.token === undefined ? {} : { 'X-Security-Token': accessKey.token }),
  }
  const names = Object.keys(normaliseHeaders({ ...headers, host: '' })).sort(byCodeUnit)
  const stringToSign = await sdkHmacStringToSign({ ...call, headers }, names)
  const signature = await sdkHmacSignature(accessKey.secret, stringToSign)
  const parts = [`Access=${accessKey.id}`, `SignedHeaders=${names.join(';')}`, `Signature=${signature}`]
  return { ...headers, Authorization: `${algorithm} ${parts.join(', ')}` }
}

/** @param names of the signed headers, in order */
export async function sdkHmacStringToSign(
  call: Pick<SdkHmacCall, 'url' | 'headers' | 'body'> & { method: string },
  names: readonly string[],
): Promise<string> {
  const { host, pathname, searchParams } = new URL(call.url)
  const values = normaliseHeaders({ ...call.headers, host })
  const canonical = [
    call.method,
    `${percentEncodePath(decodeURIComponent(pathname)).replace(/\/$/, '')}/`,
    canonicalQuery([...searchParams]),
    names.map((name) => `${name}:${values[name] ?? ''}\n`).join(''),
    names.join(';'),
    await sha256Hex(call.body ?? ''),
  ].join('\n')
  return [algorithm, values['x-sdk-date'] ?? '', await sha256Hex(canonical)].join('\n')
}

export async function sdkHmacSignature(secret: string, stringToSign: string): Promise<string> {
  return toHex(await hmacSha256(utf8(secret), stringToSign))
}
