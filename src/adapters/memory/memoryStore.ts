import type { FileMeta, Attachment } from '../../engine/ports.ts'

/** A file kept by the page itself. */
export interface MemoryObject {
  attachment: Attachment
  file: Blob
  /** Attached objects are listed. */
  committed: boolean
  /** Of a `blob:` URL for downloads, made when first asked for. */
  url?: string | undefined
}

/** What the memory adapter and its transports share. Gone with the page. */
export interface MemoryStore {
  /** A new handle; never made of the file's name. */
  reserve(): string
  put(handle: string, file: Blob, meta: FileMeta): void
  get(handle: string): MemoryObject | undefined
  commit(handle: string): Attachment | undefined
  list(): Attachment[]
  /** An address that a browser can fetch or save from, as long as the object is kept. */
  urlOf(handle: string): string | undefined
  remove(handle: string): void
}

export function createMemoryStore(): MemoryStore {
  const objects = new Map<string, MemoryObject>()
  let count = 0

  function remove(handle: string) {
    const url = objects.get(handle)?.url
    if (url !== undefined) URL.revokeObjectURL(url)
    objects.delete(handle)
  }

  return {
    reserve: () => `memory-${++count}`,
    put: (handle, file, { name, size, contentType }) => {
      remove(handle)
      const createdAt = new Date().toISOString()
      objects.set(handle, { attachment: { handle, name, size, contentType, createdAt }, file, committed: false })
    },
    get: (handle) => objects.get(handle),
    commit: (handle) => {
      const object = objects.get(handle)
      if (object) object.committed = true
      return object?.attachment
    },
    list: () => [...objects.values()].filter(({ committed }) => committed).map(({ attachment }) => attachment),
    urlOf: (handle) => {
      const object = objects.get(handle)
      if (object) object.url ??= URL.createObjectURL(object.file)
      return object?.url
    },
    remove,
  }
}
