import { describe, expect, test } from 'vitest'
import { createZendeskAdapter } from '../../../src/adapters/zendesk/createAdapter.ts'
import { createZendeskHandler, type ZendeskHandlerOptions } from '../../../src/server/vendors/createZendeskHandler.ts'
import {
  accessKey,
  createVendorHarness,
  deskUrl,
  downloadHash,
  file,
  onlyFailure,
  sentHash,
  signal,
  toldBy,
  upload,
} from './vendorHarness.ts'

const account = { subdomain: 'acme', email: accessKey.id, apiToken: accessKey.secret }

function createDesk(change: Partial<ZendeskHandlerOptions> = {}, options = {}) {
  const harness = createVendorHarness(
    'zendesk',
    (place) => createZendeskHandler({ ...place, account, authorize: () => true, ...change }),
    options,
  )
  return { ...harness, adapter: createZendeskAdapter({ endpoint: `${deskUrl}/zendesk`, fetch: harness.fetch }) }
}

const pageCall = (path: string, init?: RequestInit) => new Request(`${deskUrl}/zendesk/${path}`, init)
const uploadCall = (body = 'abc') => pageCall('uploads.json?filename=a.txt', { method: 'POST', body })

async function errorOf(response: Response): Promise<unknown[]> {
  const { error }: { error?: unknown } = await response.json()
  return [response.status, error]
}

describe('Zendesk behind its handler', () => {
  test('takes a file, gives the same bytes back, and forgets a file that is taken back', async () => {
    const { adapter, asked, fetch } = createDesk()
    const attachment = await upload(adapter, fetch)
    expect(attachment).toMatchObject({ name: file.name, size: file.size, contentType: file.type })
    expect(await downloadHash(adapter, attachment, fetch)).toBe(sentHash)
    await adapter.discardUpload({ handle: attachment.handle, keepalive: false, signal })
    const [created, shown, deleted] = asked
    expect(created!.url).toBe('https://gateway.example.test/api/v2/uploads.json?filename=Beweis%20%26%201.pdf')
    expect(created!.headers.get('content-type')).toBe('application/pdf')
    expect(created!.headers.get('authorization')).toBe(`Basic ${btoa(`${account.email}/token:${account.apiToken}`)}`)
    expect(shown!.url).toMatch(/\/api\/v2\/attachments\/\d+\.json$/)
    expect([deleted!.method, deleted!.url]).toEqual([
      'DELETE',
      `https://gateway.example.test/api/v2/uploads/${attachment.handle}.json`,
    ])
  })

  test('reads the account from the environment, and the host with it', async () => {
    const environment: Record<string, string> = { ZENDESK_EMAIL: account.email, ZENDESK_API_TOKEN: account.apiToken }
    const urls: string[] = []
    const fetch = async (input: RequestInfo | URL) => {
      urls.push(input instanceof Request ? input.url : `${input}`)
      return Response.json({ upload: {} }, { status: 201 })
    }
    const handler = createZendeskHandler({ environment, fetch, authorize: () => true })
    expect(await errorOf(await handler(uploadCall()))).toEqual([500, 'credentials-missing'])
    environment['ZENDESK_SUBDOMAIN'] = 'evil.example/acme'
    expect(await errorOf(await handler(uploadCall()))).toEqual([500, 'credentials-missing'])
    environment['ZENDESK_SUBDOMAIN'] = 'acme'
    expect((await handler(uploadCall())).status).toBe(201)
    expect(urls).toEqual(['https://acme.zendesk.com/api/v2/uploads.json?filename=a.txt'])
  })

  test('asks who asks, and for what', async () => {
    const calls: unknown[] = []
    const { asked, handler } = createDesk({ authorize: (_request, call) => (calls.push(call), 401) })
    const requests = [uploadCall(), pageCall('uploads/t-1.json', { method: 'DELETE' }), pageCall('attachments/17.json')]
    for (const request of requests) expect(await errorOf(await handler(request))).toEqual([401, 'unauthorized'])
    expect(calls).toEqual([
      { operation: 'CreateUpload', filename: 'a.txt' },
      { operation: 'DeleteUpload', token: 't-1' },
      { operation: 'ShowAttachment', id: '17' },
    ])
    expect(asked).toEqual([])
  })

  test('answers nothing else', async () => {
    const { asked, handler } = createDesk()
    const requests = [
      pageCall('tickets.json'),
      pageCall('uploads.json?filename=a'),
      pageCall('attachments/x.json'),
      pageCall('attachments/17.json', { method: 'DELETE' }),
    ]
    for (const request of requests) expect((await handler(request)).status).toBe(404)
    expect((await handler(pageCall('uploads.json', { method: 'POST', body: 'x' }))).status).toBe(400)
    expect(asked).toEqual([])
  })

  test.each([{ apiToken: 'wrongTokenWrongToken' }, { email: 'stranger@example.test' }])(
    'a wrong pair is told in clear words, and no secret with it: %j',
    async (wrong) => {
      const desk = createDesk({ account: { ...account, ...wrong } })
      const response = await desk.handler(uploadCall())
      const body = await response.text()
      expect([response.status, JSON.parse(body)]).toMatchObject([403, { error: 'HTTP-401' }])
      const told = toldBy(body, onlyFailure(desk))
      expect(told).toContain('check ZENDESK_EMAIL and ZENDESK_API_TOKEN')
      for (const secret of ['LTAI5t', 'wrongToken', 'stranger', 'madeUpSecret', 'Basic']) {
        expect(told).not.toContain(secret)
      }
    },
  )

  test('a file that says, or turns out, to be too large', async () => {
    const desk = createDesk({ maxBytes: 1000 })
    const long = 'x'.repeat(2000)
    const init = { method: 'POST', body: long, headers: { 'content-length': '2000' } }
    for (const request of [pageCall('uploads.json?filename=a', init), uploadCall(long)]) {
      expect(await errorOf(await desk.handler(request))).toEqual([413, 'file-too-large'])
    }
    const strict = createDesk({}, { quirks: { zendesk: { maxBytes: 2 } } })
    expect(await errorOf(await strict.handler(uploadCall()))).toEqual([413, 'AttachmentTooLarge'])
  })

  test('an upload that ended keeps Zendesk’s code', async () => {
    const { handler } = createDesk()
    const response = await handler(pageCall('uploads/gone.json', { method: 'DELETE' }))
    expect(await errorOf(response)).toEqual([404, 'RecordNotFound'])
  })
})
