import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createHuaweiCocAdapter } from '../../../src/adapters/huawei-coc/createAdapter.ts'
import { createNodeListener } from '../../../src/dev-server/nodeBridge.ts'
import {
  createHuaweiCocHandler,
  type HuaweiCocHandlerOptions,
} from '../../../src/server/vendors/createHuaweiCocHandler.ts'
import { verifySdkHmac } from '../../../src/signing/huawei/verifySdkHmac.ts'
import {
  accessKey,
  createVendorHarness,
  deskUrl,
  downloadHash,
  file,
  onlyFailure,
  sentHash,
  sha256,
  toldBy,
  upload,
} from './vendorHarness.ts'

function createDesk(change: Partial<HuaweiCocHandlerOptions> = {}, options = {}) {
  const harness = createVendorHarness(
    'huawei-coc',
    (place) => createHuaweiCocHandler({ ...place, accessKey, authorize: () => true, ...change }),
    options,
  )
  return { ...harness, adapter: createHuaweiCocAdapter({ endpoint: `${deskUrl}/coc` }) }
}

const attachmentsUrl = `${deskUrl}/coc/v1/incident/attachments`

function formCall(content: Blob | string = 'abc', name = 'a.txt'): Request {
  const body = new FormData()
  body.append('file', new File([content], name))
  return new Request(attachmentsUrl, { method: 'POST', body })
}

async function codeOf(response: Response): Promise<unknown> {
  const { error_code: code }: { error_code?: unknown } = await response.json()
  return code
}

describe('COC behind its handler', () => {
  test('takes a file and gives the same bytes back', async () => {
    const { adapter, fetch } = createDesk()
    const attachment = await upload(adapter, fetch)
    expect(attachment).toMatchObject({ name: file.name, size: file.size })
    expect(await downloadHash(adapter, attachment, fetch)).toBe(sentHash)
  })

  test('signs a form without its type and its body, and a download, as the vendor’s SDK does', async () => {
    const { adapter, asked, fetch } = createDesk()
    const attachment = await upload(adapter, fetch)
    await downloadHash(adapter, attachment, fetch)
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://gateway.example.test/v1/incident/attachments',
      `GET https://gateway.example.test/v1/incident/attachments/${attachment.handle}`,
    ])
    for (const request of asked) {
      expect(request.headers.get('authorization')).toContain('SignedHeaders=host;x-sdk-date, Signature=')
      const call = { method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body: '' }
      expect(await verifySdkHmac(call, { now: Date.now(), findKey: () => accessKey })).toMatchObject({ ok: true })
    }
    expect(asked[0]!.headers.get('content-type')).toMatch(/^multipart\/form-data; boundary=/)
  })

  test('hands a body on as it comes, holding none of it', async () => {
    const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>>()
    const page = writable.getWriter()
    const bytes = (text: string) => new TextEncoder().encode(text)
    const { handler } = createDesk({
      fetch: async (_input, init) => {
        const body = new Response(init?.body).body ?? new ReadableStream<Uint8Array<ArrayBuffer>>()
        const reader = body.getReader()
        // The page sends its second half once the vendor has read the first.
        const first = new TextDecoder().decode((await reader.read()).value)
        void page.write(bytes('second')).then(() => page.close())
        const second = new TextDecoder().decode((await reader.read()).value)
        return Response.json({ error_code: 'GOM.00000000', data: { doc_id: `${first} ${second}`, doc_name: 'a' } })
      },
    })
    void page.write(bytes('first'))
    const init = { method: 'POST', body: readable, headers: { 'content-type': 'multipart/form-data; boundary=x' } }
    const response = await handler(new Request(attachmentsUrl, { ...init, duplex: 'half' } as RequestInit))
    expect(await response.json()).toMatchObject({ data: { doc_id: 'first second' } })
  })

  test('hands a download on as it comes, for saving alone', async () => {
    const { readable, writable } = new TransformStream<Uint8Array<ArrayBuffer>>()
    const vendor = writable.getWriter()
    const { breakVendor, handler } = createDesk()
    breakVendor(() => new Response(readable, { headers: { 'content-type': 'text/html', 'content-length': '5' } }))
    const response = await handler(new Request(`${attachmentsUrl}/d-1`))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-length': '5',
      'x-content-type-options': 'nosniff',
    })
    void vendor.write(new TextEncoder().encode('<b>ab')).then(() => vendor.close())
    expect(await response.text()).toBe('<b>ab')
  })

  test('over real connections: the length goes along, the bytes arrive', async () => {
    const lengths: unknown[] = []
    const listen = async (handler: (request: Request) => Promise<Response>) => {
      const server = createServer((incoming, outgoing) => void createNodeListener(handler)(incoming, outgoing))
      onTestFinished(() => void server.close())
      await once(server.listen(0, '127.0.0.1'), 'listening')
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    }
    const { simulator } = createDesk()
    const endpoint = await listen((request) => {
      lengths.push([request.headers.get('content-length'), request.headers.get('transfer-encoding')])
      return simulator.gateways['huawei-coc'](request)
    })
    const desk = await listen(createHuaweiCocHandler({ endpoint, accessKey, authorize: () => true }))
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, at) => (at * 31) % 251)
    const form = formCall(new Blob([bytes]), 'big.pdf')
    const body = await form.arrayBuffer()
    const headers = { 'content-type': form.headers.get('content-type') ?? '' }
    const stored = await fetch(`${desk}/v1/incident/attachments`, { method: 'POST', body, headers })
    const { data }: { data: { doc_id: string } } = await stored.json()
    expect(lengths).toEqual([[String(body.byteLength), null]])
    const download = await fetch(`${desk}/v1/incident/attachments/${data.doc_id}`)
    expect(sha256(new Uint8Array(await download.arrayBuffer()))).toBe(sha256(bytes))
  })

  test('reads the key from the environment', async () => {
    const environment = { HUAWEICLOUD_SDK_AK: accessKey.id, HUAWEICLOUD_SDK_SK: accessKey.secret }
    const { adapter, fetch } = createDesk({ accessKey: undefined, environment })
    expect(await upload(adapter, fetch)).toMatchObject({ name: file.name })
    const without = createDesk({ accessKey: undefined, environment: {} })
    const response = await without.handler(formCall())
    expect([response.status, await codeOf(response)]).toEqual([500, 'credentials-missing'])
    expect(onlyFailure(without).message).toContain('set HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK')
  })

  test('asks who asks, and for which file', async () => {
    const calls: unknown[] = []
    const { asked, handler } = createDesk({ authorize: (_request, call) => (calls.push(call), 403) })
    expect((await handler(formCall())).status).toBe(403)
    expect((await handler(new Request(`${attachmentsUrl}/d%2F1`))).status).toBe(403)
    expect(calls).toEqual([{ operation: 'CreateAttachment' }, { operation: 'DownloadAttachment', docId: 'd/1' }])
    expect(asked).toEqual([])
  })

  test('keeps a page to attachments', async () => {
    const { asked, handler } = createDesk()
    const requests = [
      new Request(`${deskUrl}/coc/v1/incident/tickets`),
      new Request(`${attachmentsUrl}/%2E%2E`),
      new Request(`${attachmentsUrl}/%E0%A4%A`),
      new Request(`${attachmentsUrl}/d-1`, { method: 'DELETE' }),
    ]
    for (const request of requests) expect((await handler(request)).status).toBe(404)
    expect((await handler(new Request(attachmentsUrl, { method: 'POST', body: 'x' }))).status).toBe(400)
    expect(asked).toEqual([])
  })

  test('asks for a name that holds a slash as one name', async () => {
    const { asked, handler } = createDesk()
    expect((await handler(new Request(`${attachmentsUrl}/d%2F..%2F1`))).status).toBe(400)
    expect(asked[0]!.url).toBe('https://gateway.example.test/v1/incident/attachments/d%2F..%2F1')
  })
})

describe('what COC refuses', () => {
  test.each([
    ['an unknown key', { accessKey: { ...accessKey, id: 'HWAKStranger' } }],
    ['a wrong secret', { accessKey: { ...accessKey, secret: 'wrongSecretWrongSecret' } }],
    ['a wrong clock', { now: () => Date.now() - 3_600_000 }],
  ])('%s is told in clear words, and no secret with it', async (_what, change) => {
    const desk = createDesk(change)
    for (const request of [formCall(), new Request(`${attachmentsUrl}/d-1`)]) {
      const response = await desk.handler(request)
      const body = await response.text()
      expect([response.status, JSON.parse(body)]).toMatchObject([403, { error_code: 'APIGW.0301', data: null }])
      const told = toldBy(body, desk.failures.pop())
      expect(told).toContain('check HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK')
      for (const secret of ['LTAI5t', 'HWAKStranger', 'wrongSecret', 'madeUpSecret', 'Signature=', 'canonical']) {
        expect(told).not.toContain(secret)
      }
    }
  })

  test.each([false, true])('a file of another kind, also where HTTP says 200 to it: %s', async (failsWith200) => {
    const desk = createDesk({}, { quirks: { 'huawei-coc': { failsWith200 } } })
    const response = await desk.handler(formCall('abc', 'run.exe'))
    expect([response.status, await codeOf(response)]).toEqual([400, 'GOM.00007256'])
  })

  test('a download that is not there', async () => {
    const response = await createDesk().handler(new Request(`${attachmentsUrl}/nothing`))
    expect([response.status, await codeOf(response)]).toEqual([400, 'GOM.00007256'])
  })

  test('a JSON error that HTTP calls 200 is no file', async () => {
    const { breakVendor, handler } = createDesk()
    breakVendor(() => Response.json({ error_code: 'GOM.00007256', error_msg: 'x', provider_code: 4, data: null }))
    expect((await handler(new Request(`${attachmentsUrl}/d-1`))).status).toBe(400)
  })

  test('a body that says, or turns out, to be too long', async () => {
    const desk = createDesk({ maxBytes: 1000 })
    const long = formCall('x'.repeat(2000))
    const told = new Request(attachmentsUrl, {
      method: 'POST',
      body: await long.clone().arrayBuffer(),
      headers: { 'content-type': long.headers.get('content-type') ?? '', 'content-length': '2200' },
    })
    for (const request of [told, long]) {
      const response = await desk.handler(request)
      expect([response.status, await codeOf(response)]).toEqual([413, 'file-too-large'])
    }
  })

  test('a page that leaves is no failure', async () => {
    const leaving = new AbortController()
    const desk = createDesk()
    desk.breakVendor(() => {
      leaving.abort()
      throw new DOMException('', 'AbortError')
    })
    await desk.handler(new Request(`${attachmentsUrl}/d-1`, { signal: leaving.signal }))
    expect(desk.failures).toEqual([])
  })
})
