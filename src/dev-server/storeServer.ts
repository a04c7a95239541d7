import type { WebHandler } from './nodeBridge.ts'
import { startServer } from './startServer.ts'
import type { RunningServer } from './startServer.ts'

export type StoreServer = RunningServer

/**
 * Listens for the object store on a port of its own, so that the browser really crosses origins.
 *
 * @param port 0 takes any free one.
 * @throws StartError when the port is taken or may not be used.
 */
export function startStoreServer(
  handler: WebHandler,
  place: { host: string; port: number; onError: (error: unknown) => void },
): Promise<StoreServer> {
  const where = { name: 'the object store', setting: 'ATTACHKIT_STORE_PORT' }
  return startServer(handler, { ...place, where, unreadBody: 'cut' })
}
