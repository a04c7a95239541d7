import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { seedTickets } from './seedTickets.ts'
import { StartError } from './startError.ts'

const schema = `
  CREATE TABLE tickets (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    requester TEXT NOT NULL,
    requester_email TEXT NOT NULL,
    status TEXT NOT NULL,
    priority TEXT NOT NULL
  ) STRICT;
  CREATE TABLE replies (
    id INTEGER PRIMARY KEY,
    ticket_id TEXT NOT NULL REFERENCES tickets (id),
    author TEXT NOT NULL,
    role TEXT NOT NULL,
    body TEXT NOT NULL,
    vendor TEXT,
    created_at TEXT NOT NULL,
    idempotency_key TEXT UNIQUE,
    fingerprint TEXT
  ) STRICT;
  CREATE INDEX replies_of_ticket ON replies (ticket_id, id);
  CREATE TABLE attachments (
    reply_id INTEGER NOT NULL REFERENCES replies (id),
    position INTEGER NOT NULL,
    handle TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER,
    content_type TEXT,
    PRIMARY KEY (reply_id, position)
  ) STRICT;
`

/**
 * Opens the helpdesk's database, makes and fills it at the first start. The lock it takes is also what keeps a second dev
 * server off the same folder.
 *
 * @param file made with its folder if it does not exist; `:memory:` for none.
 * @throws StartError when this Node has no SQLite, or when another server uses the file.
 */
export async function openDatabase(file: string, now: number): Promise<DatabaseSync> {
  const { DatabaseSync: Database } = await importSqlite()
  if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true })
  const database = new Database(file)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = ON; BEGIN EXCLUSIVE')
    if (!hasSchema(database)) {
      database.exec(schema)
      seed(database, now)
    }
    database.exec('COMMIT')
    return database
  } catch (error) {
    database.close()
    throw explain(error, file)
  }
}

/** Asked for late, so that this package can be imported by a Node that has no SQLite. */
async function importSqlite() {
  try {
    return await import('node:sqlite')
  } catch (cause) {
    throw new StartError(
      `The development server needs SQLite, which Node ${process.versions.node} does not bring: start it with Node 24, as \`npm start\` does.`,
      { cause },
    )
  }
}

function explain(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !/locked|busy/i.test(error.message)) return error
  return new StartError(
    `Another development server uses ${path.dirname(file)}: stop it, or choose another folder with ATTACHKIT_DATA_DIR.`,
    { cause: error },
  )
}

function hasSchema(database: DatabaseSync): boolean {
  return database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'tickets'`).get() !== undefined
}

function seed(database: DatabaseSync, now: number): void {
  const addTicket = database.prepare('INSERT INTO tickets VALUES (?, ?, ?, ?, ?, ?)')
  const addReply = database.prepare(
    'INSERT INTO replies (ticket_id, author, role, body, created_at) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { id, subject, requester, requesterEmail, status, priority, replies } of seedTickets) {
    addTicket.run(id, subject, requester, requesterEmail, status, priority)
    for (const { author, role, body, hoursAgo } of replies) {
      addReply.run(id, author, role, body, new Date(now - hoursAgo * 3_600_000).toISOString())
    }
  }
}
