import { startStoreServer } from '../../../src/dev-server/storeServer.ts'
import {
  createAlibabaCloudBackupHandler,
  createAlibabaTicketHandler,
  createDingtalkStorageHandler,
  createHuaweiCocHandler,
  createZendeskHandler,
} from '../../../src/server/index.ts'
import { createSimulator, type Simulator } from '../../../src/simulator/createSimulator.ts'
import { createAccessKey } from '../../../src/signing/accessKey.ts'
import type { GatewayName } from '../../../src/simulator/gateways/createGateways.ts'

type Handler = (request: Request) => Promise<Response>

export interface VendorDesk {
  url: string
  simulator: Simulator
  /** What the handlers had to tell. */
  failures: unknown[]
  stop: () => Promise<void>
}

const html = '<!doctype html><title>Desk</title><main></main><script src="/page.js"></script>'

/**
 * A store, each vendor's own API behind its gateway, and a desk that serves the page and the kit's handlers: every one a server
 * of its own, with credentials in an environment alone.
 */
export async function startVendorDesk(script: string): Promise<VendorDesk> {
  const failures: unknown[] = []
  const onError = (error: unknown) => void failures.push(error)
  const closers: (() => Promise<void>)[] = []
  const listen = async (handler: Handler) => {
    const server = await startStoreServer(handler, { host: '127.0.0.1', port: 0, onError })
    closers.push(() => server.close())
    return server.url
  }

  let store: Handler = async () => new Response(null, { status: 503 })
  const accessKey = createAccessKey()
  const simulator = createSimulator({ storeUrl: await listen((request) => store(request)), accessKey })
  store = simulator.store

  const endpoint = (vendor: GatewayName) => listen(simulator.gateways[vendor])
  const { id, secret } = accessKey
  const environment = {
    ALIBABA_CLOUD_ACCESS_KEY_ID: id,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: secret,
    HUAWEICLOUD_SDK_AK: id,
    HUAWEICLOUD_SDK_SK: secret,
    DINGTALK_CLIENT_ID: id,
    DINGTALK_CLIENT_SECRET: secret,
    ZENDESK_SUBDOMAIN: 'acme',
    ZENDESK_EMAIL: id,
    ZENDESK_API_TOKEN: secret,
  }
  const common = { environment, onError, authorize: () => true }
  const authorize = () => ({ unionId: 'union-7', parentDentryUuid: 'folder-9' })
  const handlers: Readonly<Record<string, Handler>> = {
    'alibaba-ticket': createAlibabaTicketHandler({ ...common, endpoint: await endpoint('alibaba-ticket') }),
    'alibaba-cloud-backup': createAlibabaCloudBackupHandler({
      ...common,
      endpoint: await endpoint('alibaba-cloud-backup'),
    }),
    'huawei-coc': createHuaweiCocHandler({ ...common, endpoint: await endpoint('huawei-coc') }),
    'dingtalk-storage': createDingtalkStorageHandler({
      ...common,
      authorize,
      endpoint: await endpoint('dingtalk-storage'),
    }),
    zendesk: createZendeskHandler({ ...common, endpoint: await endpoint('zendesk') }),
  }

  const url = await listen(async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/') return new Response(html, { headers: { 'content-type': 'text/html' } })
    if (pathname === '/page.js') return new Response(script, { headers: { 'content-type': 'text/javascript' } })
    if (pathname.startsWith('/rails/active_storage/')) return simulator.api['active-storage'](request)
    const handler = handlers[pathname.split('/')[2] ?? '']
    return handler ? handler(request) : new Response(null, { status: 404 })
  })
  const stop = async () => {
    for (const close of closers.toReversed()) await close()
  }
  return { url, simulator, failures, stop }
}
