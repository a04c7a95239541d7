import { http } from 'msw/http'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createAlibabaTicketAdapter } from '../../src/adapters/alibaba-ticket/createAdapter.ts'
import { awkwardNames, createTestFile, createSimulator, simulatorHandlers } from '../../src/testing/index.ts'
import { neverAborted, uploadRequest } from '../adapters/support.ts'
import { sendCredential } from '../simulator/sendCredential.ts'

const storeUrl = 'https://store.example.test'
const simulator = createSimulator({ storeUrl })
const server = setupServer(...simulatorHandlers(http, simulator, { storeUrl }))
const adapter = createAlibabaTicketAdapter({ endpoint: 'https://desk.example.test/api/alibaba-ticket' })

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => simulator.switchboard.reset())
afterAll(() => server.close())

describe('simulatorHandlers', () => {
  it('takes a file over MSW and gives the same bytes back', async () => {
    const file = createTestFile('a.bin', 70_000)
    const credential = await adapter.requestUpload(uploadRequest())
    expect(await sendCredential(fetch, credential, file)).toMatchObject({ status: 200 })
    const attachment = { handle: credential.handle, name: 'a.bin' }
    const request = { attachment, disposition: 'attachment' as const, filename: 'a.bin', signal: neverAborted }
    const { url } = await adapter.requestDownload(request)
    const stored = await (await fetch(url)).arrayBuffer()
    expect(new Uint8Array(stored)).toEqual(new Uint8Array(await file.arrayBuffer()))
  })

  it('shows a cut connection as a network error', async () => {
    simulator.switchboard.set({ faults: [{ match: { plane: 'store' }, fault: { type: 'reset', at: 'handled' } }] })
    const credential = await adapter.requestUpload(uploadRequest())
    await expect(sendCredential(fetch, credential, createTestFile('a.bin', 10))).rejects.toBeInstanceOf(TypeError)
  })
})

describe('createTestFile', () => {
  it('makes the same bytes for the same seed, and others for another', async () => {
    const bytesOf = async (seed: number) => new Uint8Array(await createTestFile('a', 64, { seed }).arrayBuffer())
    expect(await bytesOf(1)).toEqual(await bytesOf(1))
    expect(await bytesOf(1)).not.toEqual(await bytesOf(2))
  })

  it.each(awkwardNames)('keeps the name %j', (name) => {
    expect(createTestFile(name, 1, { type: 'text/plain' })).toMatchObject({ name, size: 1, type: 'text/plain' })
  })
})
