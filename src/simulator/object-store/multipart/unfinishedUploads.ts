import { byCodeUnit } from '../../../signing/signableRequest.ts'
import { createVendorRecords } from '../../vendorRecords.ts'
import type { ObjectMeta, ObjectPlace, ObjectStorage, StoredObject } from '../objectStorage.ts'

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
export interface StoredPart extends Pick<StoredObject, 'size' | 'etag' | 'contentMd5' | 'crc64' | 'lastModified'> {
  partNumber: number
}

/** Kept beside the objects, in buckets that the store does not serve: so they live as long, over a restart too. */
export interface UnfinishedUploads {
  save(upload: UnfinishedUpload): Promise<void>
  find(uploadId: string): Promise<UnfinishedUpload | undefined>
  /** Of a bucket, by key, the older first. */
  list(bucket: string): Promise<UnfinishedUpload[]>
  /** Where the bytes of a part are put. */
  placeOf(uploadId: string, partNumber: number): ObjectPlace
  /** By number. */
  parts(uploadId: string): Promise<StoredPart[]>
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
      (await listParts(uploadId)).map(({ key, size, etag, contentMd5, crc64, lastModified }) => ({
        partNumber: Number(key.slice(-5)),
        size,
        etag,
        contentMd5,
        crc64,
        lastModified,
      })),
    async drop(uploadId) {
      await records.forget(uploadId)
      for (const { key } of await listParts(uploadId)) await storage.delete(partBucket, key)
    },
  }
}
