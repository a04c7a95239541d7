import { jsonAnswer, requestId } from '../vendorAnswer.ts'
import type { Handler } from '../vendorContext.ts'
import { findKeyAmong, type GatewayContext } from './gatewayContext.ts'

/** What DingTalk says of its tokens. */
const tokenLifeSeconds = 7200

/**
 * DingTalk's API as a backend calls it: `POST /v1.0/oauth2/accessToken` gives an app its token, and every other call needs
 * that token in `x-acs-dingtalk-access-token`, and the acting person as `unionId`. An access key is the app's pair here.
 */
export function createDingtalkGateway(api: Handler, { accessKeys, now }: GatewayContext): Handler {
  const tokenEnds = new Map<string, number>()
  const findKey = findKeyAmong(accessKeys)
  const refused = (status: number, code: string, message: string) =>
    jsonAnswer({ code, message, requestid: requestId() }, status, now())

  async function giveToken(request: Request): Promise<Response> {
    const { appKey, appSecret } = (await request.json().catch(() => ({}))) as Record<string, unknown>
    const key = typeof appKey === 'string' ? findKey(appKey) : undefined
    if (!key || key.secret !== appSecret) {
      return refused(400, 'invalidClientIdOrSecret', `Invalid clientId or clientSecret: ${JSON.stringify(appKey)}`)
    }
    const accessToken = crypto.randomUUID().replaceAll('-', '')
    tokenEnds.set(accessToken, now() + tokenLifeSeconds * 1000)
    return jsonAnswer({ accessToken, expireIn: tokenLifeSeconds }, 200, now())
  }

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/v1.0/oauth2/accessToken') return giveToken(request)
    const token = request.headers.get('x-acs-dingtalk-access-token') ?? ''
    const isGood = (tokenEnds.get(token) ?? 0) > now()
    if (!isGood) return refused(401, 'InvalidAuthentication', `Invalid access_token: ${token}`)
    if (!searchParams.get('unionId')) return refused(400, 'MissingunionId', 'unionId is mandatory for this action.')
    return api(request)
  }
}
