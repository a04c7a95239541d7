import { readText } from './readText.ts'
import type { ObjectStorage } from './object-store/objectStorage.ts'

/** A bucket that the object store does not serve. */
const bucket = 'vendor-records'

/** What a vendor remembers besides the bytes. */
export interface VendorRecords<T> {
  save(id: string, record: T): Promise<void>
  load(id: string): Promise<T | undefined>
  /** Every record whose id starts with `prefix`, ordered by id. */
  list(prefix: string): Promise<T[]>
  forget(id: string): Promise<void>
}

/** Keeps records as JSON beside the objects, so that they live exactly as long: handles stay good over a restart. */
export function createVendorRecords<T>(storage: ObjectStorage, kind: string): VendorRecords<T> {
  async function loadKey(key: string): Promise<T | undefined> {
    const opened = await storage.get(bucket, key)
    return opened && (JSON.parse(await readText(opened.body)) as T)
  }
  return {
    save: async (id, record) => {
      const bytes = new TextEncoder().encode(JSON.stringify(record))
      const target = { bucket, key: `${kind}/${id}`, meta: { headers: {} }, overwrite: true }
      const facts = { size: bytes.length, etag: '', contentMd5: '', crc64: '0', lastModified: Date.now() }
      await storage.put(target, new Blob([bytes]).stream(), () => facts)
    },
    load: (id) => loadKey(`${kind}/${id}`),
    list: async (prefix) => {
      const found = await storage.list(bucket, `${kind}/${prefix}`)
      const records = await Promise.all(found.map(({ key }) => loadKey(key)))
      return records.filter((record) => record !== undefined)
    },
    forget: async (id) => {
      await storage.delete(bucket, `${kind}/${id}`)
    },
  }
}
