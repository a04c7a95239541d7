import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/dev-server/database.ts'
import { createHelpdesk } from '../../src/dev-server/helpdesk.ts'
import type { Reply, ReplyInput, Ticket, TicketSummary } from '../../src/dev-server/helpdeskTypes.ts'
import { createTicketStore } from '../../src/dev-server/ticketStore.ts'
import { temporaryFolder } from './storageDoubles.ts'

const noon = Date.parse('2026-03-03T12:00:00Z')

async function openHelpdesk(file = ':memory:') {
  const database = await openDatabase(file, noon)
  const handler = createHelpdesk(
    createTicketStore(database, () => noon),
    '/api/helpdesk',
  )
  const close = () => database.isOpen && database.close()
  onTestFinished(() => void close())
  const get = (path: string, init?: RequestInit) => handler(new Request(`http://desk.test/api/helpdesk${path}`, init))
  const post = (body: string, headers = { 'content-type': 'application/json' }, id = '4213') =>
    get(`/tickets/${id}/replies`, { method: 'POST', body, headers })
  return { get, post, close }
}

const reply = (changes: Partial<ReplyInput> = {}): ReplyInput => ({
  body: 'Here they are.',
  attachments: [
    { handle: 'k/ä 😀', name: 'Übersicht 😀.pdf', size: 12, contentType: 'application/pdf' },
    { handle: 'h2', name: 'no facts' },
  ],
  vendor: 'alibaba-ticket',
  idempotencyKey: 'draft-1',
  ...changes,
})

test('lists the seeded tickets, the latest first', async () => {
  const desk = await openHelpdesk()
  const tickets: TicketSummary[] = await (await desk.get('/tickets')).json()
  expect(tickets.map((ticket) => ticket.id)).toEqual(['4213', '4209', '4198', '4187'])
  expect(tickets[0]).toMatchObject({ replyCount: 3, status: 'open', updatedAt: '2026-03-03T09:00:00.000Z' })
})

test('saves a reply with its attachments and shows it in the ticket', async () => {
  const desk = await openHelpdesk()
  const answer = await desk.post(JSON.stringify(reply()))
  expect(answer.status).toBe(201)
  const saved: Reply = await answer.json()
  expect(saved).toMatchObject({ role: 'agent', body: 'Here they are.', vendor: 'alibaba-ticket' })
  const createdAt = '2026-03-03T12:00:00.000Z'
  expect(saved.attachments).toEqual(reply().attachments.map((attachment) => ({ ...attachment, createdAt })))
  const ticket: Ticket = await (await desk.get('/tickets/4213')).json()
  expect(ticket.replies.at(-1)).toEqual(saved)
  expect(ticket.replies).toHaveLength(4)
})

test('saves a reply once for its idempotency key', async () => {
  const desk = await openHelpdesk()
  const answers = await Promise.all([1, 2, 3].map(() => desk.post(JSON.stringify(reply()))))
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
  const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).id))
  expect(new Set(ids).size).toBe(1)
  const ticket: Ticket = await (await desk.get('/tickets/4213')).json()
  expect(ticket.replies).toHaveLength(4)
})

test('refuses a key that belongs to another reply', async () => {
  const desk = await openHelpdesk()
  await desk.post(JSON.stringify(reply()))
  const answer = await desk.post(JSON.stringify(reply({ body: 'Something else.' })))
  expect(answer.status).toBe(409)
  expect(await answer.json()).toMatchObject({ error: { code: 'key-reused', field: 'idempotencyKey' } })
})

test('keeps replies over a restart and seeds only once', async () => {
  const file = path.join(await temporaryFolder(), 'helpdesk.sqlite')
  const before = await openHelpdesk(file)
  await before.post(JSON.stringify(reply()))
  before.close()
  const after = await openHelpdesk(file)
  const ticket: Ticket = await (await after.get('/tickets/4213')).json()
  expect(ticket.replies.at(-1)?.attachments.map((attachment) => attachment.name)).toEqual([
    'Übersicht 😀.pdf',
    'no facts',
  ])
  expect(await (await after.get('/tickets')).json()).toHaveLength(4)
})

test('says in one sentence that the folder is in use', async () => {
  const file = path.join(await temporaryFolder(), 'helpdesk.sqlite')
  await openHelpdesk(file)
  await expect(openDatabase(file, noon)).rejects.toMatchObject({
    name: 'StartError',
    message: `Another development server uses ${path.dirname(file)}: stop it, or choose another folder with ATTACHKIT_DATA_DIR.`,
  })
})

test.each<[field: string, input: unknown]>([
  ['body of the request', null],
  ['body of the request', []],
  ['body', {}],
  ['body', reply({ body: '  \n ', attachments: [] })],
  ['body', reply({ body: 'x'.repeat(20_001) })],
  ['body', { ...reply(), body: 7 }],
  ['attachments', { ...reply(), attachments: 'h1' }],
  ['attachments', reply({ attachments: Array.from({ length: 201 }, () => ({ handle: 'h', name: 'n' })) })],
  ['attachments[0]', { ...reply(), attachments: ['h1'] }],
  ['attachments[0].handle', reply({ attachments: [{ handle: '', name: 'n' }] })],
  ['attachments[0].name', { ...reply(), attachments: [{ handle: 'h' }] }],
  ['attachments[0].size', reply({ attachments: [{ handle: 'h', name: 'n', size: -1 }] })],
  ['attachments[0].size', reply({ attachments: [{ handle: 'h', name: 'n', size: 1.5 }] })],
  ['attachments[0].contentType', { ...reply(), attachments: [{ handle: 'h', name: 'n', contentType: {} }] }],
  ['vendor', { ...reply(), vendor: undefined }],
  ['vendor', reply({ vendor: '<script>' })],
  ['idempotencyKey', { ...reply(), idempotencyKey: undefined }],
  ['idempotencyKey', reply({ idempotencyKey: 'x'.repeat(201) })],
])('refuses input that does not fit and names %s', async (field, input) => {
  const desk = await openHelpdesk()
  const answer = await desk.post(JSON.stringify(input))
  expect(answer.status).toBe(400)
  const { error } = await answer.json()
  expect(error).toMatchObject({ code: 'bad-input', field })
  expect(error.message).toMatch(/\.$/)
  expect((await (await desk.get('/tickets/4213')).json()).replies).toHaveLength(3)
})

test.each([
  ['no JSON', '{', { 'content-type': 'application/json' }, 'body'],
  ['another type', '{}', { 'content-type': 'text/plain' }, 'Content-Type'],
  ['too large', JSON.stringify('x'.repeat(1024 * 1024)), { 'content-type': 'application/json' }, 'body'],
])('refuses a request that is %s', async (_name, body, headers, field) => {
  const desk = await openHelpdesk()
  const answer = await desk.post(body, headers)
  expect([answer.status, (await answer.json()).error.field]).toEqual([400, field])
})

test('stores a lone surrogate as the replacement character', async () => {
  const desk = await openHelpdesk()
  const answer = await desk.post(JSON.stringify(reply({ body: 'a\uD800b 😀' })))
  expect((await answer.json()).body).toBe('a\uFFFDb 😀')
})

test.each([
  ['/tickets/1', 404],
  ['/tickets/4213/replies/1', 404],
  ['/tickets/4213/notes', 404],
  ['/nothing', 404],
  ['/tickets/4213/replies', 405],
])('answers GET %s with %i', async (path, status) => {
  const desk = await openHelpdesk()
  const answer = await desk.get(path)
  expect(answer.status).toBe(status)
  expect((await answer.json()).error.message).toMatch(/\.$/)
})

test('holds quotes and SQL in a reply as plain text', async () => {
  const desk = await openHelpdesk()
  const body = `'); DROP TABLE replies; -- "\0`
  await desk.post(JSON.stringify(reply({ body })))
  const ticket: Ticket = await (await desk.get('/tickets/4213')).json()
  expect(ticket.replies.at(-1)?.body).toBe(body)
})
