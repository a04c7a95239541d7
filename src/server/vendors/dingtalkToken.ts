import { askVendor, type VendorReach } from './callVendor.ts'
import { dingtalkRefusals } from './dingtalkRefusals.ts'
import { ownEnvironment, type Environment } from './environment.ts'
import { refusalOf } from './refusals.ts'
import { VendorFailure } from './vendorFailure.ts'
import { missingCredentials } from './vendorKey.ts'

/** An app's pair, also known as AppKey and AppSecret. */
export interface DingtalkApp {
  clientId: string
  clientSecret: string
}

export interface DingtalkTokenOptions extends VendorReach {
  /** Without a slash at its end. */
  endpoint: string
  app?: DingtalkApp | undefined
  environment?: Environment | undefined
  now: () => number
}

/** An app's access token, fetched once for all who wait for it, kept until shortly before it ends. */
export interface DingtalkToken {
  current(): Promise<string>
  /** The vendor no longer takes it, whatever it had said of its life. */
  forget(token: string): void
}

const vendor = 'DingTalk'
const operation = 'GetAccessToken'
/** A token that ends on its way is of no use. */
const earlyMs = 5 * 60_000

/**
 * `POST /v1.0/oauth2/accessToken`. DingTalk limits how often it may be asked, so that one token serves all.
 * @see https://open.dingtalk.com/document/orgapp/obtain-the-access_token-of-an-internal-app
 */
export function createDingtalkToken(options: DingtalkTokenOptions): DingtalkToken {
  const { endpoint, now } = options
  let kept: { token: string; endsAt: number } | undefined
  let pending: Promise<string> | undefined

  async function fetchToken(): Promise<string> {
    const { clientId, clientSecret } = findApp(options)
    const { json, status } = await askVendor(
      {
        vendor,
        operation,
        url: `${endpoint}/v1.0/oauth2/accessToken`,
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: JSON.stringify({ appKey: clientId, appSecret: clientSecret }),
      },
      options,
    )
    const { accessToken, expireIn, code, requestid: requestId } = json
    if (status > 299) throw refusalOf({ vendor, operation, status, code, requestId, refusals: dingtalkRefusals })
    if (typeof accessToken !== 'string' || accessToken === '') throw unreadable()
    const lifeMs = typeof expireIn === 'number' ? expireIn * 1000 : 0
    kept = { token: accessToken, endsAt: now() + Math.max(lifeMs - earlyMs, lifeMs / 2) }
    return accessToken
  }

  return {
    current: async () => {
      if (kept && kept.endsAt > now()) return kept.token
      pending ??= fetchToken().finally(() => (pending = undefined))
      return pending
    },
    forget: (token) => {
      if (kept?.token === token) kept = undefined
    },
  }
}

/** Read at every fetch, as keys are. */
function findApp({ app, environment = ownEnvironment() }: DingtalkTokenOptions): DingtalkApp {
  if (app) return app
  const { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret } = environment
  if (clientId && clientSecret) return { clientId, clientSecret }
  throw missingCredentials({ vendor, operation }, 'DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET')
}

function unreadable(): VendorFailure {
  const sentence = 'The answer holds no access token.'
  return new VendorFailure({ vendor, operation, code: 'answer-unreadable', status: 502, sentence })
}
