import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { AccessKey } from '../signing/accessKey.ts'
import { objectUrl } from '../signing/objectUrl.ts'
import { createApi } from './createApi.ts'
import { createS3Api } from './createS3Api.ts'
import { openDatabase } from './database.ts'
import { createHelpdesk } from './helpdesk.ts'
import type { WebHandler } from './nodeBridge.ts'
import { resolveOptions } from './options.ts'
import type { DevServerOptions } from './options.ts'
import { createRecordTable } from './recordTable.ts'
import type { S3Place } from './s3Place.ts'
import { startSimulator } from './startSimulator.ts'
import type { SimulatedOptions } from './startSimulator.ts'
import { createTicketStore } from './ticketStore.ts'

/** A running object store, and the APIs that belong to it. */
export interface DevServer {
  /** Everything under `/api/`: mount it in a server of your own. */
  api: WebHandler
  /** Of the store, or of the bucket that `s3` names; without a trailing slash. */
  storeUrl: string
  /** Absolute. */
  dataDir: string
  /** The pair that the store takes, for a backend that signs by itself; made for the folder, good nowhere else, but for that of `s3`. */
  accessKey: AccessKey
  region: string
  /** Ends running requests and lets go of port and folder. May be called twice. */
  close(): Promise<void>
}

export interface CreateDevServerOptions extends DevServerOptions, SimulatedOptions {
  /**
   * Also a helpdesk with tickets under `/api/helpdesk`, which needs a Node with SQLite (22.13). Always there with `s3`.
   * @default true
   */
  helpdesk?: boolean | undefined
  /** Told of errors that are the dev server's own fault. @default nobody */
  onError?: ((error: unknown) => void) | undefined
}

/**
 * Starts the object store on its port and makes the handler of the APIs; what the Vite plugin mounts, without Vite. With `s3`
 * nothing is simulated: there is one API, that of the adapter `s3`, over that bucket.
 *
 * @throws StartError, one sentence with a way out: the port is taken, the folder is in use, this Node has no SQLite.
 */
export async function createDevServer(options: CreateDevServerOptions = {}): Promise<DevServer> {
  const resolved = resolveOptions(options, process.env, process.cwd())
  const { dataDir } = resolved
  const onError = options.onError ?? (() => {})
  const closers: Array<() => Promise<void> | void> = []
  const close = async () => {
    for (const closer of closers.splice(0).toReversed()) await closer()
  }
  try {
    if (options.s3) return { ...(await openBucket(options.s3, dataDir, closers, onError)), dataDir, close }
    const desk = options.helpdesk === false ? {} : helpdeskOver(await openDesk(dataDir, closers))
    const { apis, ...simulator } = await startSimulator(options, resolved, onError)
    closers.push(() => simulator.close())
    return { ...simulator, api: createApi({ ...apis, ...desk }), dataDir, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openBucket(
  s3: S3Place,
  dataDir: string,
  closers: Array<() => void>,
  onError: (error: unknown) => void,
): Promise<Pick<DevServer, 'api' | 'storeUrl' | 'accessKey' | 'region'>> {
  const database = await openDesk(dataDir, closers)
  const { accessKey, region } = s3
  const api = createApi({ ...helpdeskOver(database), s3: createS3Api(s3, createRecordTable(database), onError) })
  return { api, storeUrl: objectUrl(s3, '').replace(/\/$/, ''), accessKey, region }
}

/** Its lock on the database keeps a second server off the same folder. */
async function openDesk(dataDir: string, closers: Array<() => void>): Promise<DatabaseSync> {
  const database = await openDatabase(path.join(dataDir, 'helpdesk.sqlite'), Date.now())
  closers.push(() => database.close())
  return database
}

function helpdeskOver(database: DatabaseSync): { helpdesk: WebHandler } {
  return { helpdesk: createHelpdesk(createTicketStore(database, Date.now), '/api/helpdesk') }
}
