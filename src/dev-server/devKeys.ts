import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** The pair that signs and checks the local store's URLs. */
export interface DevKeys {
  /** Starts with `DEVONLY`, so that nobody mistakes it for a real one. */
  accessKeyId: string
  accessKeySecret: string
}

/**
 * The store's keys: made at the first start and kept in the data folder, so that addresses which were handed out and objects
 * which are stored outlive a restart. Worth nothing outside this machine.
 */
export async function loadDevKeys(folder: string): Promise<DevKeys> {
  const file = path.join(folder, 'development-keys.json')
  const kept = await readKeys(file)
  if (kept) return kept
  const keys: DevKeys = {
    accessKeyId: `DEVONLY${randomBytes(8).toString('hex').toUpperCase()}`,
    accessKeySecret: randomBytes(24).toString('base64url'),
  }
  const note = 'For development on this machine only: signs requests to the local object store.'
  await mkdir(folder, { recursive: true })
  await writeFile(`${file}.draft`, `${JSON.stringify({ note, ...keys }, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.draft`, file)
  return keys
}

async function readKeys(file: string): Promise<DevKeys | undefined> {
  try {
    const { accessKeyId, accessKeySecret } = JSON.parse(await readFile(file, 'utf8'))
    const isComplete = typeof accessKeyId === 'string' && typeof accessKeySecret === 'string'
    return isComplete ? { accessKeyId, accessKeySecret } : undefined
  } catch {
    // Not there yet, or no longer readable: a new pair is made.
    return undefined
  }
}
