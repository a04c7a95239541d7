/** An attachment as the server remembers it. Plain data: a row of a database. */
export interface AttachmentRecord {
  /** The object's key, and the page's handle. */
  handle: string
  name: string
  /** Bytes, as the store counted them. */
  size: number
  contentType: string
  /** ISO 8601. */
  createdAt: string
}

/** Where commits are kept; a database, in earnest. */
export interface AttachmentRecords {
  /** Resolves with the record that stands: an earlier one of the same handle, if there is one. */
  save(record: AttachmentRecord): Promise<AttachmentRecord>
  find(handle: string): Promise<AttachmentRecord | undefined>
  /** Every record whose handle starts with `folder` and a slash, the oldest first. */
  list(folder: string): Promise<readonly AttachmentRecord[]>
  remove(handle: string): Promise<void>
}

/** Records that live as long as the process: for tests and first steps. */
export function createMemoryRecords(): AttachmentRecords {
  const records = new Map<string, AttachmentRecord>()
  return {
    save: async (record) => {
      const standing = records.get(record.handle) ?? record
      records.set(record.handle, standing)
      return standing
    },
    find: async (handle) => records.get(handle),
    list: async (folder) => [...records.values()].filter(({ handle }) => handle.startsWith(`${folder}/`)),
    remove: async (handle) => void records.delete(handle),
  }
}
