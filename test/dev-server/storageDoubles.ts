import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { ObjectFacts } from '../../src/simulator/object-store/objectStorage.ts'

/** An empty folder that goes away with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'attachkit-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Facts as a store would seal them; storages keep them and never look inside. */
export function facts(size: number, changes: Partial<ObjectFacts> = {}): ObjectFacts {
  return { size, etag: 'E'.repeat(32), contentMd5: 'MD5', crc64: '1', lastModified: 1_700_000_000_000, ...changes }
}

export function streamOf(...chunks: readonly string[]): ReadableStream<Uint8Array> {
  return new Blob([...chunks]).stream()
}

/** Gives some bytes and then breaks, as a connection that is cut. */
export function brokenStream(start: string, error: Error): ReadableStream<Uint8Array> {
  let given = false
  return new ReadableStream({
    pull(controller) {
      if (given) return controller.error(error)
      given = true
      controller.enqueue(new TextEncoder().encode(start))
    },
  })
}

/** Names of all files in a folder, deep, without the folders. */
export async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.filter((entry) => entry.isFile()).map((entry) => entry.name)
}
