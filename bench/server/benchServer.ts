import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerApi } from './api.ts'
import { createLedger } from './ledger.ts'
import { answerPage } from './pageFiles.ts'
import { answerStore } from './store.ts'

export interface BenchServer {
  /** Origin of the pages and of the signer. */
  pageUrl: string
  /** Origin of the store: another one, as a bucket's is. */
  storeUrl: string
  stop: () => Promise<void>
}

/** Pages, signer and store of the bench in one process, on two free ports of this machine. */
export async function startBenchServer(pagesFolder: string): Promise<BenchServer> {
  const ledger = createLedger()
  const store = await listen((request, response) => answerStore(ledger, request, response))
  const page = await listen((request, response) => {
    const isApi = request.url?.startsWith('/api/') || request.url?.startsWith('/control/')
    if (isApi) void answerApi(ledger, store.url, request, response).catch(() => response.destroy())
    else void answerPage(pagesFolder, request, response).catch(() => response.writeHead(404).end())
  })
  const stop = async () => {
    await Promise.all([page.close(), store.close()])
  }
  return { pageUrl: page.url, storeUrl: store.url, stop }
}

async function listen(listener: RequestListener) {
  const server = createServer({ keepAliveTimeout: 60_000 }, listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => close(server) }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
