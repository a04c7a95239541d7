import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createNodeListener } from './nodeBridge.ts'
import type { WebHandler } from './nodeBridge.ts'
import { StartError } from './startError.ts'

export interface StoreServer {
  /** Without a trailing slash, e.g. `http://127.0.0.1:4801`. */
  url: string
  /** Ends running requests too. */
  close(): Promise<void>
}

/**
 * Listens for the object store on a port of its own, so that the browser really crosses origins.
 *
 * @param port 0 takes any free one.
 * @throws StartError when the port is taken or may not be used.
 */
export async function startStoreServer(
  handler: WebHandler,
  { host, port, onError }: { host: string; port: number; onError: (error: unknown) => void },
): Promise<StoreServer> {
  const server = createServer(createNodeListener(handler, { onError, unreadBody: 'cut' }))
  // A large file on a slow link takes longer than Node's five minutes for a request.
  server.requestTimeout = 0
  await listen(server, host, port)
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { url: `http://${name}:${address.port}`, close: () => close(server) }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)))
    server.listen(port, host, resolve)
  })
}

function explain(error: NodeJS.ErrnoException, port: number): StartError {
  const reason = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${error.code ?? error.message})`
  return new StartError(
    `Port ${port} for the object store ${reason}: stop what listens there, or choose another one with ATTACHKIT_STORE_PORT.`,
    { cause: error },
  )
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
