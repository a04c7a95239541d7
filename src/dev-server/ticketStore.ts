import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Reply, ReplyInput, Ticket, TicketAttachment, TicketSummary } from './helpdeskTypes.ts'

/** Reads and writes tickets; the only place that speaks SQL besides the schema. */
export interface TicketStore {
  /** Latest first. */
  list(): TicketSummary[]
  find(id: string): Ticket | undefined
  /**
   * Saves a reply of the helpdesk's agent, once for each idempotency key.
   * `reused`: the key was used for another reply, nothing was saved.
   */
  addReply(ticketId: string, input: ReplyInput): { outcome: 'saved' | 'repeated'; reply: Reply } | { outcome: 'reused' }
}

const agentName = 'Jonas Weber'

const summarySql = `
  SELECT t.*, count(r.id) AS reply_count, max(r.created_at) AS updated_at
  FROM tickets t JOIN replies r ON r.ticket_id = t.id`

type Row = Record<string, unknown>

export function createTicketStore(database: DatabaseSync, now: () => number): TicketStore {
  return {
    list: () =>
      database.prepare(`${summarySql} GROUP BY t.id ORDER BY updated_at DESC, t.id DESC`).all().map(toSummary),
    find(id) {
      const row = database.prepare(`${summarySql} WHERE t.id = ? GROUP BY t.id`).get(id)
      if (!row) return undefined
      return { ...toSummary(row), requesterEmail: text(row, 'requester_email'), replies: repliesOf(database, id) }
    },
    addReply(ticketId, input) {
      const fingerprint = fingerprintOf(ticketId, input)
      const earlier = database
        .prepare('SELECT id, fingerprint FROM replies WHERE idempotency_key = ?')
        .get(input.idempotencyKey)
      if (earlier && earlier['fingerprint'] !== fingerprint) return { outcome: 'reused' }
      const id = earlier ? Number(earlier['id']) : insertReply(database, ticketId, input, fingerprint, now())
      return { outcome: earlier ? 'repeated' : 'saved', reply: replyOf(database, id) }
    },
  }
}

function insertReply(
  database: DatabaseSync,
  ticketId: string,
  input: ReplyInput,
  fingerprint: string,
  now: number,
): number {
  const createdAt = new Date(now).toISOString()
  database.exec('BEGIN')
  try {
    const { lastInsertRowid } = database
      .prepare(
        `INSERT INTO replies (ticket_id, author, role, body, vendor, created_at, idempotency_key, fingerprint)
         VALUES (?, ?, 'agent', ?, ?, ?, ?, ?)`,
      )
      .run(ticketId, agentName, input.body, input.vendor ?? null, createdAt, input.idempotencyKey, fingerprint)
    const add = database.prepare('INSERT INTO attachments VALUES (?, ?, ?, ?, ?, ?)')
    for (const [position, { handle, name, size, contentType }] of input.attachments.entries()) {
      add.run(lastInsertRowid, position, handle, name, size ?? null, contentType ?? null)
    }
    database.exec('COMMIT')
    return Number(lastInsertRowid)
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

function fingerprintOf(ticketId: string, { body, attachments, vendor }: ReplyInput): string {
  return createHash('sha256')
    .update(JSON.stringify([ticketId, body, attachments, vendor]))
    .digest('hex')
}

function repliesOf(database: DatabaseSync, ticketId: string): Reply[] {
  const rows = database.prepare('SELECT * FROM replies WHERE ticket_id = ? ORDER BY id').all(ticketId)
  return rows.map((row) => toReply(database, row))
}

function replyOf(database: DatabaseSync, id: number): Reply {
  return toReply(database, database.prepare('SELECT * FROM replies WHERE id = ?').get(id) ?? {})
}

function toReply(database: DatabaseSync, row: Row): Reply {
  const createdAt = text(row, 'created_at')
  const attachments = database
    .prepare('SELECT * FROM attachments WHERE reply_id = ? ORDER BY position')
    .all(Number(row['id']))
  return {
    id: String(row['id']),
    author: text(row, 'author'),
    role: row['role'] === 'agent' ? 'agent' : 'customer',
    body: text(row, 'body'),
    createdAt,
    ...(row['vendor'] === null ? {} : { vendor: text(row, 'vendor') }),
    attachments: attachments.map((attachment) => toAttachment(attachment, createdAt)),
  }
}

function toAttachment(row: Row, createdAt: string): TicketAttachment {
  return {
    handle: text(row, 'handle'),
    name: text(row, 'name'),
    ...(row['size'] === null ? {} : { size: Number(row['size']) }),
    ...(row['content_type'] === null ? {} : { contentType: text(row, 'content_type') }),
    createdAt,
  }
}

function toSummary(row: Row): TicketSummary {
  return {
    id: text(row, 'id'),
    subject: text(row, 'subject'),
    requester: text(row, 'requester'),
    // The columns hold what the seed wrote, whose type these words are.
    status: text(row, 'status') as TicketSummary['status'],
    priority: text(row, 'priority') as TicketSummary['priority'],
    updatedAt: text(row, 'updated_at'),
    replyCount: Number(row['reply_count']),
  }
}

function text(row: Row, column: string): string {
  return String(row[column])
}
