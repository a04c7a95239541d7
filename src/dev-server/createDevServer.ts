import path from 'node:path'
import type { AccessKey } from '../signing/accessKey.ts'
import { createSimulator } from '../simulator/createSimulator.ts'
import type { SimulatorOptions } from '../simulator/createSimulator.ts'
import { createApi } from './createApi.ts'
import { openDatabase } from './database.ts'
import { createDiskStorage } from './diskStorage.ts'
import { createHelpdesk } from './helpdesk.ts'
import { loadAccessKey } from './loadAccessKey.ts'
import type { WebHandler } from './nodeBridge.ts'
import { resolveOptions } from './options.ts'
import type { DevServerOptions } from './options.ts'
import { createRequestLog } from './requestLog.ts'
import { createSimulatorApi } from './simulatorApi.ts'
import { startStoreServer } from './storeServer.ts'
import { createTicketStore } from './ticketStore.ts'

/** A running object store, and the APIs that belong to it. */
export interface DevServer {
  /** Everything under `/api/`: mount it in a server of your own. */
  api: WebHandler
  /** Without a trailing slash. */
  storeUrl: string
  /** Absolute. */
  dataDir: string
  /** The pair that the store takes, for a backend that signs by itself; made for the folder, good nowhere else. */
  accessKey: AccessKey
  region: string
  /** Ends running requests and lets go of port and folder. May be called twice. */
  close(): Promise<void>
}

export interface CreateDevServerOptions
  extends DevServerOptions, Pick<SimulatorOptions, 'switches' | 'quirks' | 'accessKeys' | 'buckets' | 'region'> {
  /** Also a helpdesk with tickets under `/api/helpdesk`, which needs a Node with SQLite (22.13). @default true */
  helpdesk?: boolean | undefined
  /** Told of errors that are the dev server's own fault. @default nobody */
  onError?: ((error: unknown) => void) | undefined
}

/**
 * Starts the object store on its port and makes the handler of the APIs; what the Vite plugin mounts, without Vite.
 *
 * @throws StartError, one sentence with a way out: the port is taken, the folder is in use, this Node has no SQLite.
 */
export async function createDevServer(options: CreateDevServerOptions = {}): Promise<DevServer> {
  const { storePort, storeHost, dataDir } = resolveOptions(options, process.env, process.cwd())
  const onError = options.onError ?? (() => {})
  const closers: Array<() => Promise<void> | void> = []
  const close = async () => {
    for (const closer of closers.splice(0).toReversed()) await closer()
  }
  let store: WebHandler = async () => new Response(null, { status: 503 })
  try {
    const desk = options.helpdesk === false ? {} : await openHelpdesk(dataDir, closers)
    const server = await startStoreServer((request) => store(request), { host: storeHost, port: storePort, onError })
    closers.push(() => server.close())
    const accessKey = await loadAccessKey(dataDir)
    const storage = await createDiskStorage(path.join(dataDir, 'objects'))
    const { region = 'cn-hangzhou' } = options
    const simulator = createSimulator({ ...options, region, storeUrl: server.url, storage, accessKey })
    const log = createRequestLog()
    store = log.watch('store', simulator.store)
    const vendors = Object.entries(simulator.api).map(([name, handler]) => [name, log.watch('api', handler)] as const)
    const api = createApi({
      ...Object.fromEntries(vendors),
      ...desk,
      simulator: createSimulatorApi(simulator, log),
    })
    return { api, storeUrl: server.url, dataDir, accessKey, region, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Its lock on the database keeps a second server off the same folder. */
async function openHelpdesk(dataDir: string, closers: Array<() => void>): Promise<{ helpdesk: WebHandler }> {
  const database = await openDatabase(path.join(dataDir, 'helpdesk.sqlite'), Date.now())
  closers.push(() => database.close())
  return { helpdesk: createHelpdesk(createTicketStore(database, Date.now), '/api/helpdesk') }
}
