import { byCodeUnit } from '../../signing/signableRequest.ts'
import type { Bytes, ByteStream } from '../bodyStream.ts'
import {
  ObjectExistsError,
  sourceMissing,
  type ByteRange,
  type ObjectStorage,
  type StoredObject,
} from './objectStorage.ts'

interface Kept {
  object: StoredObject
  bytes: Blob
}

/** Objects that live as long as the page or the process. A browser may keep their bytes on disk: they are Blobs. */
export function createMemoryStorage(): ObjectStorage {
  const kept = new Map<string, Kept>()
  const nameOf = (bucket: string, key: string) => `${bucket}/${key}`

  return {
    async put({ bucket, key, meta, overwrite }, body, seal) {
      const bytes = await readBlob(body)
      const object: StoredObject = { bucket, key, meta, ...seal() }
      if (!overwrite && kept.has(nameOf(bucket, key))) throw new ObjectExistsError()
      kept.set(nameOf(bucket, key), { object, bytes })
      return object
    },
    async join({ bucket, key, meta, overwrite }, sources, facts) {
      const bytes = sources.map((source) => {
        const found = kept.get(nameOf(source.bucket, source.key))
        if (!found) throw sourceMissing()
        return found.bytes
      })
      const object: StoredObject = { bucket, key, meta, ...facts }
      if (!overwrite && kept.has(nameOf(bucket, key))) throw new ObjectExistsError()
      kept.set(nameOf(bucket, key), { object, bytes: new Blob(bytes) })
      return object
    },
    async get(bucket, key, range) {
      const found = kept.get(nameOf(bucket, key))
      return found && { object: found.object, body: openBytes(found.bytes, range) }
    },
    head: async (bucket, key) => kept.get(nameOf(bucket, key))?.object,
    delete: async (bucket, key) => kept.delete(nameOf(bucket, key)),
    async list(bucket, prefix = '') {
      return [...kept.values()]
        .map(({ object }) => object)
        .filter((object) => object.bucket === bucket && object.key.startsWith(prefix))
        .toSorted((a, b) => byCodeUnit(a.key, b.key))
    },
  }
}

/** Folds chunks into Blobs now and then, so that the script's heap holds a few megabytes of them at the most. */
async function readBlob(body: ReadableStream<Uint8Array>): Promise<Blob> {
  const foldBytes = 4 * 1024 * 1024
  const folded: Blob[] = []
  let pending: Bytes[] = []
  let pendingBytes = 0
  const fold = () => {
    folded.push(new Blob(pending))
    pending = []
    pendingBytes = 0
  }
  const reader = body.getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    pending.push(new Uint8Array(read.value))
    pendingBytes += read.value.length
    if (pendingBytes >= foldBytes) fold()
  }
  fold()
  return new Blob(folded)
}

function openBytes(bytes: Blob, range: ByteRange | undefined): ByteStream {
  return range ? bytes.slice(range.start, range.end + 1).stream() : bytes.stream()
}
