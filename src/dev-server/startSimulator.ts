import path from 'node:path'
import type { AccessKey } from '../signing/accessKey.ts'
import { createSimulator } from '../simulator/createSimulator.ts'
import type { SimulatorOptions } from '../simulator/createSimulator.ts'
import { createDiskStorage } from './diskStorage.ts'
import { loadAccessKey } from './loadAccessKey.ts'
import type { WebHandler } from './nodeBridge.ts'
import type { ResolvedOptions } from './options.ts'
import { createRequestLog } from './requestLog.ts'
import { createSimulatorApi } from './simulatorApi.ts'
import { startStoreServer } from './storeServer.ts'

export type SimulatedOptions = Pick<SimulatorOptions, 'switches' | 'quirks' | 'accessKeys' | 'buckets' | 'region'>

/** The store on its port, and the APIs that sign for it, by name. */
export interface RunningSimulator {
  apis: Readonly<Record<string, WebHandler>>
  /** Without a trailing slash. */
  storeUrl: string
  accessKey: AccessKey
  region: string
  close(): Promise<void>
}

/** @throws StartError when the port is taken */
export async function startSimulator(
  options: SimulatedOptions,
  { dataDir, storeHost, storePort }: ResolvedOptions,
  onError: (error: unknown) => void,
): Promise<RunningSimulator> {
  let store: WebHandler = async () => new Response(null, { status: 503 })
  const server = await startStoreServer((request) => store(request), { host: storeHost, port: storePort, onError })
  try {
    const { region = 'cn-hangzhou' } = options
    const accessKey = await loadAccessKey(dataDir)
    const storage = await createDiskStorage(path.join(dataDir, 'objects'))
    const simulator = createSimulator({ ...options, region, storeUrl: server.url, storage, accessKey })
    const log = createRequestLog()
    store = log.watch('store', simulator.store)
    const vendors = Object.entries(simulator.api).map(([name, handler]) => [name, log.watch('api', handler)] as const)
    const apis = { ...Object.fromEntries(vendors), simulator: createSimulatorApi(simulator, log) }
    return { apis, storeUrl: server.url, accessKey, region, close: () => server.close() }
  } catch (error) {
    await server.close()
    throw error
  }
}
