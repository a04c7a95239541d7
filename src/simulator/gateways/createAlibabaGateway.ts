import { verifyAcs3 } from '../../signing/aliyun/verifyAcs3.ts'
import type { RefusalReason, SignatureRefusal } from '../../signing/verdict.ts'
import { jsonAnswer, requestId } from '../vendorAnswer.ts'
import type { Handler } from '../vendorContext.ts'
import { findKeyAmong, type GatewayContext } from './gatewayContext.ts'

type Words = readonly [status: number, code: string, message: string]

const incomplete: Words = [
  400,
  'IncompleteSignature',
  'The request signature does not conform to Aliyun standards.',
] as const

/** Source: the common error codes of Alibaba Cloud's OpenAPI; those that a message completes end in a colon. */
const words: Partial<Record<RefusalReason, Words>> = {
  unsigned: [400, 'MissingAuthorization', 'The Authorization header is mandatory for this action.'],
  'date-malformed': [400, 'InvalidTimeStamp.Format', 'Specified time stamp or date value is not well formatted.'],
  'time-skewed': [400, 'InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.'],
  'unknown-access-key': [404, 'InvalidAccessKeyId.NotFound', 'Specified access key is not found:'],
  'token-wrong': [400, 'InvalidSecurityToken.MismatchWithAccessKey', 'Specified SecurityToken mismatches AccessKey:'],
  'token-expired': [400, 'InvalidSecurityToken.Expired', 'Specified SecurityToken is expired.'],
  'signature-mismatch': [
    400,
    'SignatureDoesNotMatch',
    'Specified signature does not match our calculation. server string to sign is:',
  ],
}

/**
 * The RPC gateway in front of one product, as a backend calls it with its key: `POST /`, the operation and its version in
 * `x-acs-` headers, ACS3-HMAC-SHA256, a nonce that counts once.
 * @param operations of each version
 */
export function createAlibabaGateway(
  api: Handler,
  operations: Readonly<Record<string, readonly string[]>>,
  { accessKeys, now }: GatewayContext,
): Handler {
  const nonces = new Set<string>()
  const refused = ([status, Code, Message]: Words) =>
    jsonAnswer({ RequestId: requestId(), HostId: 'gateway.example.test', Code, Message }, status, now())

  return async (request) => {
    const body = await request.text()
    const headers = Object.fromEntries(request.headers)
    const verdict = await verifyAcs3(
      { method: request.method, url: request.url, headers, body },
      { findKey: findKeyAmong(accessKeys), now: now() },
    )
    if (!verdict.ok) return refused(describe(verdict.refusal))
    const { 'x-acs-action': action = '', 'x-acs-version': version = '', 'x-acs-signature-nonce': nonce = '' } = headers
    if (nonce === '' || nonces.has(nonce)) return refused([400, 'SignatureNonceUsed', 'Specified nonce was used.'])
    nonces.add(nonce)
    if (!operations[version]?.includes(action)) {
      return refused([404, 'InvalidAction.NotFound', 'Specified api is not found, please check your url and method.'])
    }
    const url = `https://gateway.example.test/${action}${new URL(request.url).search}`
    return api(new Request(url, { method: 'POST', headers: request.headers, body, signal: request.signal }))
  }
}

/** The vendor's own sentences quote what was signed, and by whom. */
function describe({ accessKeyId = '', reason, stringToSign = '' }: SignatureRefusal): Words {
  const [status, code, message] = words[reason] ?? incomplete
  const quoted = reason === 'signature-mismatch' ? stringToSign : accessKeyId
  return [status, code, message.endsWith(':') ? `${message} ${quoted}` : message]
}
