import { expect, test } from 'vitest'
import { makeFile, makeLargeFile } from './support/files.ts'
import { setUpFlow } from './support/flowSetup.ts'

const flow = setUpFlow()

test('R01 sending waits for the files, says so, and then sends once', async () => {
  const files = [
    await makeFile(flow.folder, 'small.txt', Buffer.from('small')),
    await makeLargeFile(flow.folder, 'slow.bin', 2),
  ]
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url, { ticket: '4209' })
  await flow.simulator.set({ uploadBytesPerSecond: 500_000 })
  await desk.pick(files)
  await desk.row('small.txt', 'done').waitFor()
  await desk.form.getByRole('textbox', { name: 'Your reply' }).fill('Both are here.')
  const send = desk.form.getByRole('button', { name: 'Send reply' })
  await send.click()
  const waiting = desk.form.getByRole('button', { name: 'Waiting for 1 of 2 files…' })
  await waiting.waitFor()
  // It says that it is disabled and takes no click, but a person clicks all the same.
  for (const _ of [1, 2, 3, 4]) await waiting.click({ force: true })
  expect((await flow.simulator.ticket('4209')).replies).toHaveLength(1)
  await desk.form.getByText('The reply was sent.').waitFor()
  const { replies } = await flow.simulator.ticket('4209')
  expect(replies).toHaveLength(2)
  expect(replies[1]?.attachments.map((attachment) => attachment.name)).toEqual(['small.txt', 'slow.bin'])
})

test('R02 a failed file blocks sending with its name and three ways out', async () => {
  const good = await makeFile(flow.folder, 'good.txt', Buffer.from('good'))
  const bad = await makeFile(flow.folder, 'bad.txt', Buffer.from('bad'))
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url, { ticket: '4198' })
  await desk.pick([good])
  await desk.row('good.txt', 'done').waitFor()
  const refusal = { type: 'answer', status: 403, code: 'AccessDenied' } as const
  await flow.simulator.set({ faults: [{ match: { plane: 'store', method: 'PUT' }, times: null, fault: refusal }] })
  await desk.pick([bad])
  await desk.row('bad.txt', 'failed').waitFor()
  await desk.form.getByRole('textbox', { name: 'Your reply' }).fill('See the files.')
  await desk.form.getByRole('button', { name: 'Send reply' }).click()
  const alert = desk.form.getByRole('alert').filter({ hasText: 'bad.txt' })
  await alert.getByText('The reply was not sent.').waitFor()
  expect((await flow.simulator.ticket('4198')).replies).toHaveLength(2)
  expect(await desk.page.getByRole('button', { name: 'Retry bad.txt' }).count()).toBe(1)
  expect(await desk.page.getByRole('button', { name: 'Remove bad.txt' }).count()).toBe(1)
  await alert.getByRole('button', { name: 'Send without “bad.txt”' }).click()
  await desk.form.getByText('The reply was sent.').waitFor()
  const { replies } = await flow.simulator.ticket('4198')
  expect(replies.at(-1)?.attachments.map((attachment) => attachment.name)).toEqual(['good.txt'])
  expect(await desk.form.getByRole('listitem').count()).toBe(0)
})

test('R04 a reply that was refused keeps text and files, and is sent again without an upload', async () => {
  const file = await makeFile(flow.folder, 'kept.txt', Buffer.from('kept'))
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url, { ticket: '4187' })
  await desk.pick([file])
  await desk.row('kept.txt', 'done').waitFor()
  const replies = '**/api/helpdesk/tickets/*/replies'
  const refusal = { error: { code: 'bad-input', message: 'The ticket is locked.' } }
  await desk.page.route(replies, (route) => route.fulfill({ status: 400, json: refusal }))
  await desk.form.getByRole('textbox', { name: 'Your reply' }).fill('Here it is.')
  await desk.form.getByRole('button', { name: 'Send reply' }).click()
  await desk.form.getByText('The ticket is locked. Your text and files are still here.').waitFor()
  const uploads = (await flow.simulator.requests('store', 'PUT')).length
  await desk.page.unroute(replies)
  await desk.form.getByRole('button', { name: 'Send reply' }).click()
  await desk.form.getByText('The reply was sent.').waitFor()
  expect(await flow.simulator.requests('store', 'PUT')).toHaveLength(uploads)
  const ticket = await flow.simulator.ticket('4187')
  expect(ticket.replies.at(-1)).toMatchObject({ body: 'Here it is.', attachments: [{ name: 'kept.txt' }] })
})

test('R43 a removed file can be picked again', async () => {
  const file = await makeFile(flow.folder, 'again.txt', Buffer.from('again'))
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  for (const round of [1, 2, 3]) {
    await desk.pick([file])
    await desk.row('again.txt', 'done').waitFor()
    await desk.page.getByRole('button', { name: 'Remove again.txt' }).click()
    await expect.poll(() => desk.row('again.txt').count(), { message: `round ${round}` }).toBe(0)
  }
})

test('text and files of a draft stay while another ticket is looked at, and the text over a reload', async () => {
  const file = await makeFile(flow.folder, 'draft.txt', Buffer.from('draft'))
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await desk.pick([file])
  await desk.row('draft.txt', 'done').waitFor()
  const text = desk.form.getByRole('textbox', { name: 'Your reply' })
  await text.fill('Not yet sent.')
  await desk.page.getByRole('link', { name: 'Cannot sign in on the tablet' }).click()
  await desk.page.getByRole('heading', { name: 'Cannot sign in on the tablet' }).waitFor()
  expect(await desk.form.getByRole('listitem').count()).toBe(0)
  await desk.page.getByRole('link', { name: 'Invoice export' }).click()
  await desk.row('draft.txt', 'done').waitFor()
  expect(await text.inputValue()).toBe('Not yet sent.')
  await desk.page.reload()
  await desk.form.waitFor()
  expect(await text.inputValue()).toBe('Not yet sent.')
})
