import path from 'node:path'
import type { S3Place } from './s3Place.ts'
import { StartError } from './startError.ts'

/** Options of the Vite plugin and of `createDevServer`; the environment's word counts where an option is absent. */
export interface DevServerOptions {
  /** Port of the object store; 0 takes any free one. Environment: `ATTACHKIT_STORE_PORT`. @default 4801 */
  storePort?: number | undefined
  /** Address the object store listens on. Environment: `ATTACHKIT_STORE_HOST`. @default '127.0.0.1' */
  storeHost?: string | undefined
  /** Folder for objects, tickets and keys. Environment: `ATTACHKIT_DATA_DIR`. @default '.attachkit' */
  dataDir?: string | undefined
  /**
   * A bucket of a store that speaks S3, in the place of the simulated vendors and their store. Environment of the Vite
   * plugin: `ATTACHKIT_STORE=s3`, and the variables that `readS3Place` names. @default none
   */
  s3?: S3Place | undefined
}

export interface ResolvedOptions {
  storePort: number
  storeHost: string
  /** Absolute. */
  dataDir: string
}

/**
 * Fills in what was left out.
 *
 * @param root what a relative `dataDir` starts from.
 * @throws StartError for what is no port.
 */
export function resolveOptions(
  options: DevServerOptions,
  env: Readonly<Record<string, string | undefined>>,
  root: string,
): ResolvedOptions {
  return {
    storePort: options.storePort ?? portFrom(env['ATTACHKIT_STORE_PORT']) ?? 4801,
    storeHost: options.storeHost ?? (env['ATTACHKIT_STORE_HOST'] || '127.0.0.1'),
    dataDir: path.resolve(root, options.dataDir ?? (env['ATTACHKIT_DATA_DIR'] || '.attachkit')),
  }
}

function portFrom(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new StartError(`ATTACHKIT_STORE_PORT must be a port number from 0 to 65535, not "${text}".`)
}
