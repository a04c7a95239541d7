import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { StoredObject } from '../simulator/object-store/objectStorage.ts'

/** What lies on disk for one object: its facts, and the name of the file with its bytes. */
export interface StorageEntry {
  object: StoredObject
  /** A random name in `bytes/`; a new one for each write, so that an open download never changes under its reader. */
  file: string
}

/**
 * The folders of a disk storage: `drafts/` for what is being written, `bytes/` for what is whole, `entries/` with one JSON
 * file per object. Names are hashes and random ids: a key is never a path.
 */
export interface StorageFiles {
  draftPath(file: string): string
  bytesPath(file: string): string
  /** Moves a finished draft to its place. */
  keepDraft(file: string): Promise<void>
  dropDraft(file: string): Promise<void>
  dropBytes(file: string): Promise<void>
  /** The moment an object becomes visible: a rename, so it is there whole or not at all. */
  writeEntry(entry: StorageEntry): Promise<void>
  dropEntry(bucket: string, key: string): Promise<void>
  /** Everything stored; what an interrupted write left behind is removed. */
  readEntries(): Promise<StorageEntry[]>
}

/** Makes the folders if need be. */
export async function createStorageFiles(folder: string): Promise<StorageFiles> {
  const at = (...parts: string[]) => path.join(folder, ...parts)
  const entryPath = (bucket: string, key: string) => at('entries', `${hashOf(bucket, key)}.json`)
  for (const part of ['drafts', 'bytes', 'entries']) await mkdir(at(part), { recursive: true })
  return {
    draftPath: (file) => at('drafts', file),
    bytesPath: (file) => at('bytes', file),
    keepDraft: (file) => rename(at('drafts', file), at('bytes', file)),
    dropDraft: (file) => rm(at('drafts', file), { force: true }),
    dropBytes: (file) => rm(at('bytes', file), { force: true }),
    async writeEntry(entry) {
      const draft = at('drafts', `${entry.file}.json`)
      await writeFile(draft, JSON.stringify(entry))
      await rename(draft, entryPath(entry.object.bucket, entry.object.key))
    },
    dropEntry: (bucket, key) => rm(entryPath(bucket, key), { force: true }),
    async readEntries() {
      const entries = await readAllEntries(at('entries'))
      await removeLeftovers(at('drafts'), at('bytes'), new Set(entries.map((entry) => entry.file)))
      return entries
    },
  }
}

function hashOf(bucket: string, key: string): string {
  return createHash('sha256').update(`${bucket}\n${key}`).digest('hex')
}

async function readAllEntries(folder: string): Promise<StorageEntry[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8'))))
}

async function removeLeftovers(drafts: string, bytes: string, known: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(drafts)) await rm(path.join(drafts, name), { force: true })
  for (const name of await readdir(bytes)) if (!known.has(name)) await rm(path.join(bytes, name), { force: true })
}
