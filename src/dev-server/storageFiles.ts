import { createHash, randomUUID } from 'node:crypto'
import { constants, copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { StoredObject } from '../simulator/object-store/objectStorage.ts'
import type { Piece } from './readPieces.ts'

/** What lies on disk for one object: its facts, and the files with its bytes. */
export interface StorageEntry {
  object: StoredObject
  /**
   * One after another: several for an object that was joined. Random names in `bytes/`; new ones for each write, so that an open
   * download never changes under its reader.
   */
  pieces: readonly Piece[]
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
  /** The same bytes under a further name, each to be dropped by itself. */
  shareBytes(file: string, as: string): Promise<void>
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
    shareBytes: (file, as) =>
      // Some file systems know no second name; on a few of those a copy costs nothing.
      link(at('bytes', file), at('bytes', as)).catch(() =>
        copyFile(at('bytes', file), at('bytes', as), constants.COPYFILE_FICLONE),
      ),
    dropBytes: (file) => rm(at('bytes', file), { force: true }),
    async writeEntry(entry) {
      const draft = at('drafts', `${randomUUID()}.json`)
      await writeFile(draft, JSON.stringify(entry))
      await rename(draft, entryPath(entry.object.bucket, entry.object.key))
    },
    dropEntry: (bucket, key) => rm(entryPath(bucket, key), { force: true }),
    async readEntries() {
      const entries = await readAllEntries(at('entries'))
      await removeLeftovers(
        at('drafts'),
        at('bytes'),
        new Set(entries.flatMap(({ pieces }) => pieces.map(({ file }) => file))),
      )
      return entries
    },
  }
}

function hashOf(bucket: string, key: string): string {
  return createHash('sha256').update(`${bucket}\n${key}`).digest('hex')
}

async function readAllEntries(folder: string): Promise<StorageEntry[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'))
  return Promise.all(names.map(async (name) => readEntry(await readFile(path.join(folder, name), 'utf8'))))
}

/** Entries of before objects could be joined name one file. */
function readEntry(json: string): StorageEntry {
  const { file, object, pieces } = JSON.parse(json) as StorageEntry & { file?: string }
  return { object, pieces: file === undefined ? pieces : [{ file, size: object.size }] }
}

async function removeLeftovers(drafts: string, bytes: string, known: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(drafts)) await rm(path.join(drafts, name), { force: true })
  for (const name of await readdir(bytes)) if (!known.has(name)) await rm(path.join(bytes, name), { force: true })
}
