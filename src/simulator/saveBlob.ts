import { createBodyDigest } from './object-store/bodyDigest.ts'
import type { ObjectStorage, StoredObject } from './object-store/objectStorage.ts'

/** Stores bytes that came through a vendor's own API instead of the object store's. */
export async function saveBlob(
  storage: ObjectStorage,
  target: { bucket: string; key: string; headers: Readonly<Record<string, string>> },
  blob: Blob,
  nowMs: number,
): Promise<StoredObject> {
  const digest = await createBodyDigest()
  const counting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      digest.update(chunk)
      controller.enqueue(chunk)
    },
  })
  const { bucket, key, headers } = target
  return storage.put({ bucket, key, meta: { headers }, overwrite: true }, blob.stream().pipeThrough(counting), () => ({
    ...digest.finish(),
    lastModified: nowMs,
  }))
}
