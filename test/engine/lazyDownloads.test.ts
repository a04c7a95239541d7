import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { recordingSaver, scriptedTransport, signingAdapter } from '../support/downloadDoubles.ts'
import { patient } from '../support/patient.ts'

const downloadModule = '../../src/engine/downloadWork.ts'

// A page that was just opened: nothing is loaded yet.
beforeEach(() => void vi.resetModules())
afterEach(() => vi.doUnmock(downloadModule))

async function setUp() {
  const { createDownloads } = await import('../../src/engine/downloads.ts')
  const { transport } = scriptedTransport([{ chunks: [[1, 2]] }])
  const { saver, log } = recordingSaver()
  const { adapter, requests } = signingAdapter()
  const downloads = createDownloads({ adapter, transport, saver, retry: { maxRetries: 0 } })
  return { downloads, log, requests, download: () => downloads.getSnapshot().get('h') }
}

const attachment = { handle: 'h', name: 'report.pdf' }

it('R77 the first download loads the code that downloads, and is saved', async () => {
  const { downloads, log, download } = await setUp()
  downloads.download(attachment)
  expect(download()).toEqual({ status: 'preparing' })
  await vi.waitFor(() => expect(download()).toEqual({ status: 'done' }), patient)
  expect(log).toContain('saved 1,2')
})

it('R77 a download whose code cannot be loaded fails, asks for no link, and can be tried again', async () => {
  vi.doMock(downloadModule, () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')))
  const { downloads, requests, download } = await setUp()
  downloads.download(attachment)
  await vi.waitFor(() => expect(download()).toMatchObject({ status: 'failed', error: { code: 'network' } }), patient)
  expect(requests).toEqual([])

  vi.doUnmock(downloadModule)
  downloads.download(attachment)
  await vi.waitFor(() => expect(download()).toEqual({ status: 'done' }), patient)
})
