import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { ObjectExistsError, sourceMissing } from '../simulator/object-store/objectStorage.ts'
import type { ByteRange, ObjectStorage, StoredObject } from '../simulator/object-store/objectStorage.ts'
import { createTurnstile } from './createTurnstile.ts'
import { rangesOf, readRanges } from './readPieces.ts'
import type { PieceRange } from './readPieces.ts'
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
        const entry = { object, pieces: [{ file, size: object.size }] }
        await inTurn(() => place(files, entries, entry, target.overwrite, () => files.keepDraft(file)))
        return object
      } finally {
        await files.dropDraft(file)
      }
    },
    async join({ bucket, key, meta, overwrite }, sources, facts) {
      const object: StoredObject = { bucket, key, meta, ...facts }
      return inTurn(async () => {
        const shared = sources.flatMap((source) => {
          const found = entries.get(idOf(source.bucket, source.key))
          if (!found) throw sourceMissing()
          return found.pieces.map(({ file, size }) => ({ from: file, file: randomUUID(), size }))
        })
        const entry = { object, pieces: shared.map(({ file, size }) => ({ file, size })) }
        await place(files, entries, entry, overwrite, async () => {
          for (const { from, file } of shared) await files.shareBytes(from, file)
        })
        return object
      })
    },
    async get(bucket, key, range) {
      const opened = await openEntry(files, entries, idOf(bucket, key), range)
      if (!opened) return undefined
      const { entry, handle, ranges } = opened
      return { object: entry.object, body: readRanges(handle, ranges, (file) => open(files.bytesPath(file))) }
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
  keepBytes: () => Promise<void>,
): Promise<void> {
  const id = idOf(entry.object.bucket, entry.object.key)
  const earlier = entries.get(id)
  if (earlier && !overwrite) throw new ObjectExistsError()
  await keepBytes()
  await files.writeEntry(entry)
  entries.set(id, entry)
  if (earlier) await dropPieces(files, earlier)
}

async function remove(files: StorageFiles, entries: Map<string, StorageEntry>, id: string): Promise<boolean> {
  const entry = entries.get(id)
  if (!entry) return false
  entries.delete(id)
  await files.dropEntry(entry.object.bucket, entry.object.key)
  await dropPieces(files, entry)
  return true
}

async function dropPieces(files: StorageFiles, { pieces }: StorageEntry): Promise<void> {
  for (const { file } of pieces) await files.dropBytes(file)
}

/**
 * An open file outlives its removal; one that was replaced before it could be opened is looked up again. Of a joined object only
 * the first file is open, so a download of it breaks off when the object goes away.
 */
async function openEntry(
  files: StorageFiles,
  entries: ReadonlyMap<string, StorageEntry>,
  id: string,
  range: ByteRange | undefined,
): Promise<{ entry: StorageEntry; handle: FileHandle; ranges: PieceRange[] } | undefined> {
  for (;;) {
    const entry = entries.get(id)
    if (!entry) return undefined
    const [start, end] = range ? [range.start, range.end + 1] : [0, entry.object.size]
    const ranges = rangesOf(entry.pieces, start, end)
    try {
      return { entry, ranges, handle: await open(files.bytesPath(ranges[0]?.file ?? '')) }
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
