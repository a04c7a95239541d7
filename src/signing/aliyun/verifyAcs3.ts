import { sha256Hex } from '../hmac.ts'
import { normaliseHeaders } from '../signableRequest.ts'
import { judgeClaim, maxSkewMs, refuse, type SignatureVerdict, type Verifier } from '../verdict.ts'
import { acs3Signature, acs3StringToSign, isSigned } from './acs3.ts'

/** A call as it arrived. */
export interface ReceivedAcs3Call {
  method: string
  /** With its query. */
  url: string
  /** Names in any case. */
  headers: Readonly<Record<string, string>>
  body: string
}

const authorization = /^ACS3-HMAC-SHA256 Credential=([^,\s]+), ?SignedHeaders=([\w;-]+), ?Signature=([\da-f]{64})$/

/** Checks `Authorization` and `x-acs-*` of a call: its date, that all that counts is signed, that the body is the signed one. */
export async function verifyAcs3(
  call: ReceivedAcs3Call,
  verifier: Pick<Verifier, 'findKey' | 'now'>,
): Promise<SignatureVerdict> {
  const headers = normaliseHeaders(call.headers)
  const given = headers['authorization']
  if (given === undefined) return refuse('unsigned')
  const [, accessKeyId, signedHeaders, signature] = authorization.exec(given) ?? []
  if (!accessKeyId || !signedHeaders || !signature) return refuse('malformed')
  const date = headers['x-acs-date'] ?? ''
  const requestTime = Date.parse(date)
  if (Number.isNaN(requestTime)) return refuse('date-malformed', { argument: { name: 'x-acs-date', value: date } })
  if (Math.abs(requestTime - verifier.now) > maxSkewMs) return refuse('time-skewed', { requestTime })
  const names = signedHeaders.split(';')
  const left = Object.keys({ ...headers, host: '' }).filter((name) => isSigned(name) && !names.includes(name))
  if (left.length > 0) return refuse('headers-not-signed', { headersNotSigned: left })
  const stringToSign = await acs3StringToSign(call, headers, names)
  const isBodySigned = headers['x-acs-content-sha256'] === (await sha256Hex(call.body))
  const claim = { accessKeyId, signature, token: headers['x-acs-security-token'], stringToSign }
  return judgeClaim(claim, verifier, async (secret) => (isBodySigned ? acs3Signature(secret, stringToSign) : ''))
}
