import { verifySdkHmac } from '../../signing/huawei/verifySdkHmac.ts'
import { jsonAnswer, requestId } from '../vendorAnswer.ts'
import type { Handler } from '../vendorContext.ts'
import { findKeyAmong, type GatewayContext } from './gatewayContext.ts'

/**
 * The API gateway in front of COC, as a backend calls it with its key: SDK-HMAC-SHA256, where the form of an upload is not
 * signed. Refusals are those of "Error Codes" of API Gateway.
 */
export function createHuaweiGateway(api: Handler, { accessKeys, now }: GatewayContext): Handler {
  const refused = (error_code: string, error_msg: string) =>
    jsonAnswer({ error_msg, error_code, request_id: requestId().toLowerCase() }, 401, now())

  return async (request) => {
    const headers = Object.fromEntries(request.headers)
    const verdict = await verifySdkHmac(
      { method: request.method, url: request.url, headers, body: '' },
      { findKey: findKeyAmong(accessKeys), now: now() },
    )
    if (verdict.ok) return api(request)
    const { accessKeyId = '', reason, stringToSign = '' } = verdict.refusal
    const said = reason === 'signature-mismatch' ? `canonicalRequest:${stringToSign}` : `${reason} ${accessKeyId}`
    return refused('APIGW.0301', `Incorrect IAM authentication information: ${said}`)
  }
}
