import { allowLocalPages } from './allowLocalPages.ts'
import { createDevServer } from './createDevServer.ts'
import type { DevServer } from './createDevServer.ts'
import type { DevStoreArguments } from './devStoreArguments.ts'
import type { WebHandler } from './nodeBridge.ts'
import { startServer } from './startServer.ts'
import { switchesPage } from './switchesPage.ts'

/** A running `attachkit-dev-store`. */
export interface DevStore {
  /** Of the APIs and, at its root, the page with the switches; without a trailing slash. */
  url: string
  storeUrl: string
  /** What it prints when it is ready. */
  greeting: string
  close(): Promise<void>
}

/**
 * The object store on its port, and the APIs that belong to it on another.
 *
 * @throws StartError, one sentence with a way out.
 */
export async function startDevStore(
  { port, host, storePort, dataDir, origins, buckets }: DevStoreArguments,
  onError: (error: unknown) => void,
): Promise<DevStore> {
  const devServer = await createDevServer({ storePort, storeHost: host, dataDir, buckets, helpdesk: false, onError })
  try {
    const handler = allowLocalPages(withPage(devServer.api), origins)
    const where = { name: 'the APIs', setting: '--port' }
    const server = await startServer(handler, { host, port, onError, where, unreadBody: 'drain' })
    const close = async () => {
      await server.close()
      await devServer.close()
    }
    const greeting = greetingOf(server.url, devServer, buckets)
    return { url: server.url, storeUrl: devServer.storeUrl, greeting, close }
  } catch (error) {
    await devServer.close()
    throw error
  }
}

function withPage(api: WebHandler): WebHandler {
  return async (request) => (new URL(request.url).pathname === '/' ? switchesPage() : api(request))
}

function greetingOf(
  url: string,
  { storeUrl, dataDir, accessKey, region }: DevServer,
  buckets: readonly string[],
): string {
  return [
    'attachkit development store',
    `  Signer    ${url}/api/signed-endpoint`,
    `  Vendors   ${url}/api/<vendor>`,
    `  Switches  ${url}/`,
    `  Store     ${storeUrl}  region ${region}${buckets.length > 0 ? `, buckets ${buckets.join(', ')}` : ''}`,
    `  Key       ${accessKey.id} ${accessKey.secret}  (made for this folder, good for this store alone)`,
    `  Data      ${dataDir}`,
    '',
  ].join('\n')
}
