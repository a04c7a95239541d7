import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { createDevServer } from './createDevServer.ts'
import type { DevServer } from './createDevServer.ts'
import { createNodeListener } from './nodeBridge.ts'
import { resolveOptions } from './options.ts'
import type { DevServerOptions } from './options.ts'
import { readStore } from './s3Place.ts'

/**
 * A Vite plugin with the other side of an upload: the four vendors' APIs under `/api/<vendor>`, a helpdesk under
 * `/api/helpdesk`, the switches of the simulator under `/api/simulator`, and a signed object store on a port of its own.
 * Objects and tickets stay in the data folder. For development only: it has no sign-in.
 *
 * @example
 * export default defineConfig({ plugins: [react(), attachkitDevServer({ storePort: 4801 })] })
 */
export function attachkitDevServer(options: DevServerOptions = {}): Plugin {
  return {
    name: 'attachkit-dev-server',
    configureServer: (server) => mount(server, options),
    configurePreviewServer: (server) => mount(server, options),
  }
}

async function mount(vite: ViteDevServer | PreviewServer, options: DevServerOptions): Promise<void> {
  const { logger, root } = vite.config
  const onError = (error: unknown) =>
    logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  const resolved = resolveOptions(options, process.env, root)
  await running.get(resolved.dataDir)?.close()
  const devServer = await createDevServer({ ...resolved, s3: options.s3 ?? readStore(process.env), onError })
  running.set(resolved.dataDir, devServer)
  const listener = createNodeListener(devServer.api, { onError })
  vite.middlewares.use('/api', (incoming, outgoing) => void listener(incoming, outgoing))
  vite.httpServer?.once('close', () => void devServer.close())
  printAddresses(vite, devServer)
}

/** Beside the page's own address, which Vite prints. */
function printAddresses(vite: ViteDevServer | PreviewServer, { storeUrl, dataDir }: DevServer): void {
  const printUrls = vite.printUrls.bind(vite)
  vite.printUrls = () => {
    printUrls()
    vite.config.logger.info(`  ➜  Store:   ${storeUrl}/`)
    vite.config.logger.info(`  ➜  Data:    ${dataDir}`)
  }
}

const slot: unique symbol = Symbol.for('attachkit.dev-servers')

/**
 * Running servers by data folder. When its configuration changes, Vite loads this module anew and starts the new server
 * before it closes the old one, which still holds port and folder: so the list outlives the module.
 */
const running = ((globalThis as typeof globalThis & { [slot]?: Map<string, DevServer> })[slot] ??= new Map())
