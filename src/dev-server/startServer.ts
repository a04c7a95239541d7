import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createNodeListener } from './nodeBridge.ts'
import type { WebHandler } from './nodeBridge.ts'
import { StartError } from './startError.ts'

export interface RunningServer {
  /** Without a trailing slash, e.g. `http://127.0.0.1:4801`. */
  url: string
  /** Ends running requests too. */
  close(): Promise<void>
}

interface ServerPlace {
  host: string
  /** 0 takes any free one. */
  port: number
  /** What stands there, and how its port is set, for the sentence that says why it cannot start. */
  where: { name: string; setting: string }
  unreadBody: 'drain' | 'cut'
  onError: (error: unknown) => void
}

/**
 * Listens for a handler on a port of its own.
 *
 * @throws StartError when the port is taken or may not be used.
 */
export async function startServer(
  handler: WebHandler,
  { host, port, where, unreadBody, onError }: ServerPlace,
): Promise<RunningServer> {
  const server = createServer(createNodeListener(handler, { onError, unreadBody }))
  // A large file on a slow link takes longer than Node's five minutes for a request.
  server.requestTimeout = 0
  await listen(server, { host, port, where })
  const address = server.address() as AddressInfo
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return { url: `http://${name}:${address.port}`, close: () => close(server) }
}

type Address = Pick<ServerPlace, 'host' | 'port' | 'where'>

function listen(server: Server, { host, port, where }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, where)))
    server.listen(port, host, resolve)
  })
}

function explain(error: NodeJS.ErrnoException, port: number, { name, setting }: Address['where']): StartError {
  const reason = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${error.code ?? error.message})`
  return new StartError(
    `Port ${port} for ${name} ${reason}: stop what listens there, or choose another one with ${setting}.`,
    { cause: error },
  )
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
