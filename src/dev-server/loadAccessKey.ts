import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createAccessKey } from '../signing/accessKey.ts'
import type { AccessKey } from '../signing/accessKey.ts'

/**
 * The store's access key: made at the first start and kept in the data folder, so that addresses which were handed out and objects
 * which are stored outlive a restart. Worth nothing outside this machine.
 */
export async function loadAccessKey(folder: string): Promise<AccessKey> {
  const file = path.join(folder, 'development-key.json')
  const kept = await readAccessKey(file)
  if (kept) return kept
  const created = createAccessKey()
  const note = 'For development on this machine only: signs requests to the local object store.'
  await mkdir(folder, { recursive: true })
  await writeFile(`${file}.draft`, `${JSON.stringify({ note, ...created }, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.draft`, file)
  return created
}

async function readAccessKey(file: string): Promise<AccessKey | undefined> {
  try {
    const { id, secret } = JSON.parse(await readFile(file, 'utf8'))
    return typeof id === 'string' && typeof secret === 'string' ? { id, secret } : undefined
  } catch {
    // Not there yet, or no longer readable: a new pair is made.
    return undefined
  }
}
