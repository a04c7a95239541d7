import { toBase64, utf8 } from '../../signing/encoding.ts'
import { jsonAnswer } from '../vendorAnswer.ts'
import type { Handler } from '../vendorContext.ts'
import type { GatewayContext } from './gatewayContext.ts'

/** Zendesk's API as a backend calls it, with an API token: an access key's id stands for the e-mail address here. */
export function createZendeskGateway(api: Handler, { accessKeys, now }: GatewayContext): Handler {
  return async (request) => {
    const given = request.headers.get('authorization')
    const isKnown = accessKeys.some(({ id, secret }) => given === `Basic ${toBase64(utf8(`${id}/token:${secret}`))}`)
    return isKnown ? api(request) : jsonAnswer({ error: "Couldn't authenticate you" }, 401, now())
  }
}
