import { parseBasicDateTime } from '../dateTime.ts'
import { normaliseHeaders } from '../signableRequest.ts'
import { judgeClaim, maxSkewMs, refuse, type SignatureVerdict, type Verifier } from '../verdict.ts'
import { sdkHmacSignature, sdkHmacStringToSign } from './sdkHmac.ts'

/** A call as it arrived. */
export interface ReceivedSdkHmacCall {
  method: string
  /** With its query. */
  url: string
  /** Names in any case. */
  headers: Readonly<Record<string, string>>
  /** Empty for a multipart form, whose body is not signed. */
  body: string
}

const authorization = /^SDK-HMAC-SHA256 Access=([^,\s]+), ?SignedHeaders=([\w;-]+), ?Signature=([\da-f]{64})$/

/** Checks `Authorization` and `X-Sdk-Date` of a call. Date and host have to be signed; what else is, the caller says. */
export async function verifySdkHmac(
  call: ReceivedSdkHmacCall,
  verifier: Pick<Verifier, 'findKey' | 'now'>,
): Promise<SignatureVerdict> {
  const headers = normaliseHeaders(call.headers)
  const given = headers['authorization']
  if (given === undefined) return refuse('unsigned')
  const [, accessKeyId, signedHeaders, signature] = authorization.exec(given) ?? []
  if (!accessKeyId || !signedHeaders || !signature) return refuse('malformed')
  const date = headers['x-sdk-date'] ?? ''
  const requestTime = parseBasicDateTime(date)
  if (requestTime === undefined) return refuse('date-malformed', { argument: { name: 'X-Sdk-Date', value: date } })
  if (Math.abs(requestTime - verifier.now) > maxSkewMs) return refuse('time-skewed', { requestTime })
  const names = signedHeaders.split(';')
  const left = ['host', 'x-sdk-date'].filter((name) => !names.includes(name))
  if (left.length > 0) return refuse('headers-not-signed', { headersNotSigned: left })
  const stringToSign = await sdkHmacStringToSign({ ...call, headers }, names)
  const token = headers['x-security-token']
  return judgeClaim({ accessKeyId, signature, token, stringToSign }, verifier, (secret) =>
    sdkHmacSignature(secret, stringToSign),
  )
}
