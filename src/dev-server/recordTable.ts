import type { DatabaseSync } from 'node:sqlite'
import type { AttachmentRecord, AttachmentRecords } from '../server/attachmentRecords.ts'

/** The commits of an attachment server, kept in a table of the helpdesk's database. */
export function createRecordTable(database: DatabaseSync): AttachmentRecords {
  database.exec(`
    CREATE TABLE IF NOT EXISTS committed (
      handle TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      size INTEGER NOT NULL,
      content_type TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT`)
  const find = async (handle: string) => {
    const row = database.prepare('SELECT * FROM committed WHERE handle = ?').get(handle)
    return row && toRecord(row)
  }
  return {
    find,
    save: async (record) => {
      const { handle, name, size, contentType, createdAt } = record
      database
        .prepare('INSERT OR IGNORE INTO committed VALUES (?, ?, ?, ?, ?)')
        .run(handle, name, size, contentType, createdAt)
      return (await find(handle)) ?? record
    },
    list: async (folder) =>
      database
        .prepare('SELECT * FROM committed WHERE substr(handle, 1, ?) = ? ORDER BY created_at, rowid')
        .all(folder.length + 1, `${folder}/`)
        .map(toRecord),
    remove: async (handle) => void database.prepare('DELETE FROM committed WHERE handle = ?').run(handle),
  }
}

function toRecord(row: Record<string, unknown>): AttachmentRecord {
  return {
    handle: String(row['handle']),
    name: String(row['name']),
    size: Number(row['size']),
    contentType: String(row['content_type']),
    createdAt: String(row['created_at']),
  }
}
