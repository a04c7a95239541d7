import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { ObjectExistsError } from '../simulator/object-store/objectStorage.ts'
import type { ObjectStorage, StoredObject } from '../simulator/object-store/objectStorage.ts'
import { createTurnstile } from './createTurnstile.ts'
import { readFileBytes } from './readFileBytes.ts'
import { createStorageFiles } from './storageFiles.ts'
import type { StorageEntry, StorageFiles } from './storageFiles.ts'

/**
 * An object storage in a folder: objects stream to a draft file and are moved into place when they are whole, so they are
 * there after a restart and a broken upload leaves nothing. One process at a time may use the folder.
 *
 * @param folder made if it does not exist.
 */
export async function createDiskStorage(folder: string): Promise<ObjectStorage> {
  const files = await createStorageFiles(folder)
  const entries = new Map<string, StorageEntry>()
  for (const entry of await files.readEntries()) entries.set(idOf(entry.object.bucket, entry.object.key), entry)
  const inTurn = createTurnstile()
  return {
    async put(target, body, seal) {
      const file = randomUUID()
      try {
        await writeDraft(files.draftPath(file), body)
        const { bucket, key, meta } = target
        const object: StoredObject = { bucket, key, meta, ...seal() }
        await inTurn(() => place(files, entries, { object, file }, target.overwrite))
        return object
      } finally {
        await files.dropDraft(file)
      }
    },
    async get(bucket, key, range) {
      const opened = await openEntry(files, entries, idOf(bucket, key))
      if (!opened) return undefined
      const { object } = opened.entry
      const [start, end] = range ? [range.start, range.end + 1] : [0, object.size]
      return { object, body: readFileBytes(opened.handle, start, end) }
    },
    head: async (bucket, key) => entries.get(idOf(bucket, key))?.object,
    delete: (bucket, key) => inTurn(() => remove(files, entries, idOf(bucket, key))),
    list: async (bucket, prefix = '') => listObjects(entries.values(), bucket, prefix),
  }
}

/** A bucket's name holds no slash, so no two pairs of bucket and key share an id. */
function idOf(bucket: string, key: string): string {
  return `${bucket}/${key}`
}

async function writeDraft(path: string, body: ReadableStream<Uint8Array>): Promise<void> {
  const draft = await open(path, 'wx')
  try {
    await draft.writeFile(body)
  } finally {
    await draft.close()
  }
}

async function place(
  files: StorageFiles,
  entries: Map<string, StorageEntry>,
  entry: StorageEntry,
  overwrite: boolean,
): Promise<void> {
  const id = idOf(entry.object.bucket, entry.object.key)
  const earlier = entries.get(id)
  if (earlier && !overwrite) throw new ObjectExistsError()
  await files.keepDraft(entry.file)
  await files.writeEntry(entry)
  entries.set(id, entry)
  if (earlier) await files.dropBytes(earlier.file)
}

async function remove(files: StorageFiles, entries: Map<string, StorageEntry>, id: string): Promise<boolean> {
  const entry = entries.get(id)
  if (!entry) return false
  entries.delete(id)
  await files.dropEntry(entry.object.bucket, entry.object.key)
  await files.dropBytes(entry.file)
  return true
}

/** An open file outlives its removal; one that was replaced before it could be opened is looked up again. */
async function openEntry(
  files: StorageFiles,
  entries: ReadonlyMap<string, StorageEntry>,
  id: string,
): Promise<{ entry: StorageEntry; handle: FileHandle } | undefined> {
  for (;;) {
    const entry = entries.get(id)
    if (!entry) return undefined
    try {
      return { entry, handle: await open(files.bytesPath(entry.file)) }
    } catch (error) {
      if (entries.get(id) === entry) throw error
    }
  }
}

function listObjects(entries: Iterable<StorageEntry>, bucket: string, prefix: string): StoredObject[] {
  return Array.from(entries, (entry) => entry.object)
    .filter((object) => object.bucket === bucket && object.key.startsWith(prefix))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
}
