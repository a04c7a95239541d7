import { byCodeUnit } from '../../../signing/signableRequest.ts'
import type { ByteStream } from '../../bodyStream.ts'
import { createVendorRecords } from '../../vendorRecords.ts'
import type { ObjectMeta, ObjectStorage, StoredObject } from '../objectStorage.ts'

/** An upload in parts that has begun. */
export interface UnfinishedUpload {
  uploadId: string
  bucket: string
  key: string
  meta: ObjectMeta
  /** Milliseconds since the epoch. */
  startedAt: number
}

/** A part that is stored. */
export interface StoredPart extends Pick<StoredObject, 'size' | 'etag' | 'contentMd5' | 'lastModified'> {
  partNumber: number
}

/** Kept beside the objects, in buckets that the store does not serve: so they live as long, over a restart too. */
export interface UnfinishedUploads {
  save(upload: UnfinishedUpload): Promise<void>
  find(uploadId: string): Promise<UnfinishedUpload | undefined>
  /** Of a bucket, by key, the older first. */
  list(bucket: string): Promise<UnfinishedUpload[]>
  /** Where the bytes of a part are put. */
  placeOf(uploadId: string, partNumber: number): { bucket: string; key: string }
  /** By number. */
  parts(uploadId: string): Promise<StoredPart[]>
  /** The bytes of those parts, one after another; read as they are asked for. */
  read(uploadId: string, parts: readonly StoredPart[]): ByteStream
  /** Forgets the upload and frees its parts. */
  drop(uploadId: string): Promise<void>
}

const partBucket = 'multipart-parts'

export function unfinishedUploads(storage: ObjectStorage): UnfinishedUploads {
  const records = createVendorRecords<UnfinishedUpload>(storage, 'multipart')
  const placeOf = (uploadId: string, partNumber: number) => ({
    bucket: partBucket,
    key: `${uploadId}/${String(partNumber).padStart(5, '0')}`,
  })
  const listParts = async (uploadId: string) => storage.list(partBucket, `${uploadId}/`)

  return {
    save: (upload) => records.save(upload.uploadId, upload),
    find: (uploadId) => records.load(uploadId),
    list: async (bucket) => {
      const found = (await records.list('')).filter((upload) => upload.bucket === bucket)
      return found.toSorted((a, b) => byCodeUnit(a.key, b.key) || a.startedAt - b.startedAt)
    },
    placeOf,
    parts: async (uploadId) =>
      (await listParts(uploadId)).map(({ key, size, etag, contentMd5, lastModified }) => ({
        partNumber: Number(key.slice(-5)),
        size,
        etag,
        contentMd5,
        lastModified,
      })),
    read: (uploadId, parts) =>
      readInTurn(
        storage,
        parts.map(({ partNumber }) => placeOf(uploadId, partNumber)),
      ),
    async drop(uploadId) {
      await records.forget(uploadId)
      for (const { key } of await listParts(uploadId)) await storage.delete(partBucket, key)
    },
  }
}

function readInTurn(storage: ObjectStorage, places: readonly { bucket: string; key: string }[]): ByteStream {
  const chunks = readAll(storage, places)
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: async () => void (await chunks.return()),
    },
    { highWaterMark: 0 },
  )
}

async function* readAll(
  storage: ObjectStorage,
  places: readonly { bucket: string; key: string }[],
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  for (const { bucket, key } of places) {
    const opened = await storage.get(bucket, key)
    if (!opened) throw new Error('A part went away while its upload was being completed.')
    const reader = opened.body.getReader()
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
    } finally {
      await reader.cancel()
    }
  }
}
