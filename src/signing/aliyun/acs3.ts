import type { AccessKey } from '../accessKey.ts'
import { canonicalQuery } from '../canonicalQuery.ts'
import { toHex, utf8 } from '../encoding.ts'
import { hmacSha256, sha256Hex } from '../hmac.ts'
import { byCodeUnit, normaliseHeaders } from '../signableRequest.ts'

/** A call of an Alibaba Cloud API, as a server makes it. Never sign in a page: whoever signs has the secret. */
export interface Acs3Call {
  method: 'GET' | 'POST'
  /** With its query. */
  url: string
  /** Of the API, e.g. `2021-06-10`. */
  version: string
  /** The operation, e.g. `GetAttachmentUploadUrl`. */
  action: string
  /** @default {} */
  headers?: Readonly<Record<string, string>> | undefined
  /** As it is sent. @default '' */
  body?: string | undefined
}

/**
 * The headers that sign a call with ACS3-HMAC-SHA256: those of the call, `x-acs-*` and `Authorization`. A `host` is signed, but
 * left to the client to send. Source: "V3 request structure and signature" of the Alibaba Cloud SDK documentation.
 * @param options.nonce anything that is not used twice @default random
 */
export async function signAcs3(
  call: Acs3Call,
  accessKey: AccessKey,
  options: { signedAt: number; nonce?: string | undefined },
): Promise<Record<string, string>> {
  const headers: Record<string, string> = {
    ...call.headers,
    'x-acs-action': call.action,
    'x-acs-version': call.version,
    'x-acs-date': new Date(options.signedAt).toISOString().replace(/\.\d{3}/, ''),
    'x-acs-signature-nonce': options.nonce ?? crypto.randomUUID(),
    'x-acs-content-sha256': await sha256Hex(call.body ?? ''),
    ...(accessKey.token === undefined ? {} : { 'x-acs-security-token': accessKey.token }),
  }
  const names = Object.keys(normaliseHeaders({ ...headers, host: '' }))
    .filter(isSigned)
    .sort(byCodeUnit)
  const stringToSign = await acs3StringToSign(call, headers, names)
  const signature = await acs3Signature(accessKey.secret, stringToSign)
  const parts = [`Credential=${accessKey.id}`, `SignedHeaders=${names.join(';')}`, `Signature=${signature}`]
  return { ...headers, Authorization: `ACS3-HMAC-SHA256 ${parts.join(',')}` }
}

/** The headers that belong under the signature, by their lower-case names. */
export function isSigned(name: string): boolean {
  return name.startsWith('x-acs-') || name === 'host' || name === 'content-type'
}

/** @param names of the signed headers, in order */
export async function acs3StringToSign(
  { method, url }: { method: string; url: string },
  headers: Readonly<Record<string, string>>,
  names: readonly string[],
): Promise<string> {
  const { host, pathname, searchParams } = new URL(url)
  const values = normaliseHeaders({ ...headers, host })
  const lines = names.map((name) => `${name}:${values[name] ?? ''}\n`).join('')
  const payload = values['x-acs-content-sha256'] ?? ''
  const canonical = [method, pathname, canonicalQuery([...searchParams]), lines, names.join(';'), payload].join('\n')
  return `ACS3-HMAC-SHA256\n${await sha256Hex(canonical)}`
}

export async function acs3Signature(secret: string, stringToSign: string): Promise<string> {
  return toHex(await hmacSha256(utf8(secret), stringToSign))
}
