import { ConnectionReset } from '../simulator/connectionReset.ts'
import type { Simulator } from '../simulator/createSimulator.ts'
import type { Handler } from '../simulator/vendorContext.ts'

/** MSW's `http`, handed in so that only those who use it need MSW. */
export interface HandlerFactory<H> {
  all(
    predicate: (match: { request: Request }) => boolean,
    resolver: (info: { request: Request }) => Promise<Response>,
  ): H
}

export interface SimulatorHandlersOptions {
  /** The address the simulator was made with. */
  storeUrl: string
  /** Where the vendors' APIs stand: `{apiPath}/alibaba-ticket/...`. @default '/api' */
  apiPath?: string | undefined
}

/**
 * The simulator as handlers for MSW, in a page or in Node; nothing leaves it. Behind a service worker uploads report no
 * progress: the memory adapter and the scripted transport do.
 * @example
 * const simulator = createSimulator({ storeUrl: 'https://store.example.test' })
 * setupWorker(...simulatorHandlers(http, simulator, { storeUrl: 'https://store.example.test' }))
 */
export function simulatorHandlers<H>(
  http: HandlerFactory<H>,
  simulator: Pick<Simulator, 'api' | 'store'>,
  { apiPath = '/api', storeUrl }: SimulatorHandlersOptions,
): H[] {
  const store = new URL(storeUrl)
  const isStore = ({ host }: URL) => host === store.host || host.endsWith(`.${store.host}`)
  const isVendor = (vendor: string) => (url: URL) => url.pathname.startsWith(`${apiPath}/${vendor}/`) && !isStore(url)
  const mount = (isFor: (url: URL) => boolean, handler: Handler) =>
    http.all(({ request }) => isFor(new URL(request.url)), resolverOf(handler))
  return [
    mount(isStore, simulator.store),
    ...Object.entries(simulator.api).map(([vendor, handler]) => mount(isVendor(vendor), handler)),
  ]
}

/** A handler of MSW cannot cut a connection; to the page a network error looks the same. */
function resolverOf(handler: Handler) {
  return async ({ request }: { request: Request }): Promise<Response> => {
    try {
      return await handler(request)
    } catch (thrown) {
      if (thrown instanceof ConnectionReset) return Response.error()
      throw thrown
    }
  }
}
