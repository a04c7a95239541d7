import { expect, test } from 'vitest'
import type { ScriptedFault } from '../../src/simulator/faults.ts'
import { englishErrors } from '../../src/messages/enFailures.ts'
import { makeFile, pdfBytes } from './support/files.ts'
import { setUpFlow } from './support/flowSetup.ts'
import { storedHashes } from './support/simulator.ts'
import { systems, type SystemUnderTest } from './support/systems.ts'

const flow = setUpFlow()

function faultOn({ system, carries }: SystemUnderTest, fault: ScriptedFault['fault']): ScriptedFault {
  const vendor = carries.plane === 'api' ? { vendor: system } : {}
  return { match: { ...carries, ...vendor }, times: null, fault }
}

/** The sentence of a failure, in the words of the page. */
function sentence(code: keyof typeof englishErrors): string {
  const words = englishErrors[code]
  return typeof words === 'string' ? words : words({ stage: 'transfer', limitBytes: undefined })
}

test.each(systems)(
  '$system uploads, lists and downloads the same bytes',
  async ({ system, ticket, calls, carries }) => {
    const file = await makeFile(flow.folder, `Bericht ${system}.pdf`, pdfBytes(`For ${system}`))
    const desk = await flow.newPage()
    await desk.open(flow.helpdesk.url, { system, ticket })
    await desk.pick([file])
    await desk.row(file.name, 'done').waitFor()
    const asked = (await flow.simulator.requests('api')).map((request) => request.path)
    expect(asked).toEqual(calls.map((call) => expect.stringMatching(call)))
    const carried = (await flow.simulator.requests(carries.plane, carries.method)).filter(
      ({ path }) => carries.plane === 'store' || path.endsWith('/attachments'),
    )
    expect(carried).toHaveLength(1)
    expect(await storedHashes(flow.place.dataDir)).toContain(file.sha256)

    await desk.send(`Kept in ${system}.`)
    await desk.page.reload()
    await desk.storedRows().filter({ hasText: file.name }).waitFor()
    expect(await desk.download(file.name)).toEqual({ name: file.name, sha256: file.sha256 })
    expect(desk.complaints).toEqual([])
  },
)

/** The proxied system hands out no credential; what ends there is the page's own session, see below. */
const signingSystems = systems.filter(({ carries }) => carries.plane === 'store')

test.each(signingSystems)('$system re-signs a credential that ran out, and stores one object', async (under) => {
  const { system, carries } = under
  const file = await makeFile(flow.folder, `late-${system}.pdf`, pdfBytes(`Late ${system}`))
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url, under)
  // The first request arrives later than its credential lives; the store itself refuses it.
  const late = { match: { plane: 'store', method: 'OPTIONS' }, fault: { type: 'delay', ms: 4500 } } as const
  await flow.simulator.set({ credentialLifeMs: 3000, faults: [late] })
  await desk.pick([file])
  await desk.row(file.name, 'done').waitFor()
  const [refused, ...taken] = await flow.simulator.requests('store', carries.method)
  expect(refused?.status).toBe(403)
  expect(taken.map((request) => Number(request.status) < 300)).toEqual([true])
  const stored = await storedHashes(flow.place.dataDir)
  expect(stored.filter((hash) => hash === file.sha256)).toHaveLength(1)
})

test.each(systems)('$system shows a refused request in words, and Retry attaches the file', async (under) => {
  const file = await makeFile(flow.folder, `refused-${under.system}.pdf`, pdfBytes(`Refused ${under.system}`))
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url, under)
  await flow.simulator.set({ faults: [faultOn(under, { type: 'answer', status: 403, code: 'AccessDenied' })] })
  await desk.pick([file])
  await desk.row(file.name, 'failed').waitFor()
  expect(await desk.row(file.name).innerText()).toMatch(/not allowed|refused/)
  expect(await storedHashes(flow.place.dataDir)).not.toContain(file.sha256)
  await flow.simulator.reset()
  await desk.page.getByRole('button', { name: `Retry ${file.name}` }).click()
  await desk.row(file.name, 'done').waitFor()
  expect(await storedHashes(flow.place.dataDir)).toContain(file.sha256)
})

test.each(systems)('$system shows an error of the vendor in words, after its retries', async ({ system, ticket }) => {
  const file = await makeFile(flow.folder, `error-${system}.pdf`, pdfBytes(`Error ${system}`))
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url, { system, ticket })
  const fault = { type: 'answer', status: 500, code: 'InternalError' } as const
  await flow.simulator.set({ faults: [{ match: { plane: 'api', vendor: system }, times: null, fault }] })
  await desk.pick([file])
  await desk.row(file.name, 'failed').getByText(sentence('server-error')).waitFor()
  expect(await storedHashes(flow.place.dataDir)).not.toContain(file.sha256)
})

test.each(systems)('$system waits for a new sign-in when the page is signed out', async ({ system, ticket }) => {
  const file = await makeFile(flow.folder, `auth-${system}.pdf`, pdfBytes(`Auth ${system}`))
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url, { system, ticket })
  const fault = { type: 'answer', status: 401, code: 'Unauthorized' } as const
  await flow.simulator.set({ faults: [{ match: { plane: 'api', vendor: system }, fault }] })
  await desk.pick([file])
  await desk.row(file.name, 'paused').waitFor()
  expect(await storedHashes(flow.place.dataDir)).not.toContain(file.sha256)
  await desk.form.getByRole('button', { name: 'Sign in again' }).click()
  await desk.row(file.name, 'done').waitFor()
  expect(await storedHashes(flow.place.dataDir)).toContain(file.sha256)
})

test('the page switches between the four systems, and each keeps its own draft', async () => {
  const file = await makeFile(flow.folder, 'switched.pdf', pdfBytes('Switched'))
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await desk.pick([file])
  await desk.row(file.name, 'done').waitFor()
  const choice = desk.page.getByRole('combobox', { name: 'Attachments in' })
  for (const { system } of systems.slice(1)) {
    await choice.selectOption(system)
    await expect.poll(() => desk.form.getByRole('listitem').count()).toBe(0)
  }
  await choice.selectOption('alibaba-ticket')
  await desk.row(file.name, 'done').waitFor()
  expect(await flow.simulator.requests('api')).toHaveLength(1)
})

test('the panel changes the simulator for the next requests', async () => {
  const desk = await flow.newPage()
  await desk.open(flow.helpdesk.url)
  await desk.page.getByText('Simulator', { exact: true }).click()
  const latency = desk.page.getByRole('spinbutton', { name: 'Latency' })
  await latency.fill('20')
  await latency.press('Enter')
  await desk.page.getByRole('button', { name: 'Store busy (503)' }).click()
  await desk.page.getByText('1 scripted since the last reset.').waitFor()
  expect(await flow.simulator.set({})).toMatchObject({ latencyMs: 20, faults: [{ match: { plane: 'store' } }] })
  await desk.page.getByRole('button', { name: 'Reset the simulator' }).click()
  await desk.page.getByText('Nothing scripted.').waitFor()
  expect(await flow.simulator.set({})).toMatchObject({ latencyMs: 0, faults: [] })
})
