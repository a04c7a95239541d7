import { describe, expect, test } from 'vitest'
import { createAlibabaCloudBackupAdapter } from '../../../src/adapters/alibaba-cloud-backup/createAdapter.ts'
import { createAlibabaTicketAdapter } from '../../../src/adapters/alibaba-ticket/createAdapter.ts'
import { createAlibabaApi } from '../../../src/server/vendors/createAlibabaApi.ts'
import { createAlibabaCloudBackupHandler } from '../../../src/server/vendors/createAlibabaCloudBackupHandler.ts'
import {
  createAlibabaTicketHandler,
  type AlibabaTicketHandlerOptions,
} from '../../../src/server/vendors/createAlibabaTicketHandler.ts'
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
  uploadRequest,
} from './vendorHarness.ts'

type Change = Partial<AlibabaTicketHandlerOptions>

function createTicketDesk(change: Change = {}, options = {}) {
  const harness = createVendorHarness(
    'alibaba-ticket',
    (place) => createAlibabaTicketHandler({ ...place, accessKey, authorize: () => true, ...change }),
    options,
  )
  const adapterFor = (ticketId?: string) =>
    createAlibabaTicketAdapter({ endpoint: `${deskUrl}/tickets`, fetch: harness.fetch, ticketId })
  return { ...harness, adapterFor, adapter: adapterFor() }
}

function createBackupDesk() {
  const harness = createVendorHarness('alibaba-cloud-backup', (place) =>
    createAlibabaCloudBackupHandler({ ...place, accessKey, authorize: () => true }),
  )
  return {
    ...harness,
    adapter: createAlibabaCloudBackupAdapter({ endpoint: `${deskUrl}/backups`, fetch: harness.fetch }),
  }
}

const pageCall = (operation: string, form: Record<string, string>, method = 'POST') =>
  new Request(`${deskUrl}/tickets/${operation}`, {
    method,
    ...(method === 'POST' ? { body: new URLSearchParams(form) } : {}),
  })

describe('the Ticket System behind its handler', () => {
  test('takes a file, lists it with its ticket and gives the same bytes back', async () => {
    const { adapterFor, fetch, simulator } = createTicketDesk()
    const attachment = await upload(adapterFor(), fetch)
    expect(await downloadHash(adapterFor(), attachment, fetch)).toBe(sentHash)

    const tickets = createAlibabaApi({
      endpoint: 'https://gateway.example.test',
      version: '2021-06-10',
      accessKey,
      fetch: async (input, init) => simulator.gateways['alibaba-ticket'](new Request(input, init)),
    })
    const query = { FileNameList: attachment.handle }
    await tickets('ReplyTicket', { query, form: { TicketId: '0005PYGCW', Content: 'Zwei & drei', Encrypt: 'false' } })
    const adapter = adapterFor('0005PYGCW')
    const [listed] = await adapter.listAttachments({ signal })
    expect(listed).toMatchObject({ name: file.name })
    expect(await downloadHash(adapter, listed!, fetch)).toBe(sentHash)
  })

  test('asks as the documentation says', async () => {
    const { adapter, asked } = createTicketDesk({ now: () => Date.now() })
    await adapter.requestUpload(uploadRequest)
    const [request] = asked
    expect([request!.method, request!.url]).toEqual(['POST', 'https://gateway.example.test/'])
    expect(await request!.text()).toBe('FileName=Beweis%20%26%201.pdf')
    expect(Object.fromEntries(request!.headers)).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      'x-acs-action': 'GetAttachmentUploadUrl',
      'x-acs-version': '2021-06-10',
      authorization: expect.stringMatching(
        /^ACS3-HMAC-SHA256 Credential=LTAI5tMadeUpForTests,SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=[\da-f]{64}$/,
      ),
    })
  })

  test('asks for a download that ended with the version that knows it', async () => {
    const { adapter, asked, fetch } = createTicketDesk()
    const attachment = await upload(adapter, fetch)
    await downloadHash(adapter, attachment, fetch)
    expect(await downloadHash(adapter, attachment, fetch)).toBe(sentHash)
    expect(asked.at(-1)!.headers.get('x-acs-action')).toBe('GetAttachmentUrl')
    expect(asked.at(-1)!.headers.get('x-acs-version')).toBe('2020-08-01')
  })

  test('passes the vendor’s JSON on unchanged, with the vendor’s clock', async () => {
    const now = Date.parse('2026-03-01T10:00:00Z')
    const { handler } = createTicketDesk({}, { now: () => now })
    const response = await handler(pageCall('GetAttachmentUploadUrl', { FileName: 'a.pdf' }))
    expect(response.headers.get('date')).toBe('Sun, 01 Mar 2026 10:00:00 GMT')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(Object.keys(await response.json())).toEqual(['Code', 'Message', 'RequestId', 'Success', 'Data'])
  })

  test('reads the key from the environment, at every call', async () => {
    const environment: Record<string, string> = {}
    const desk = createTicketDesk({ accessKey: undefined, environment })
    await expect(desk.adapter.requestUpload(uploadRequest)).rejects.toMatchObject({
      code: 'server-error',
      storageCode: 'credentials-missing',
    })
    expect(onlyFailure(desk).message).toContain(
      'set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET in the server',
    )
    environment['ALIBABA_CLOUD_ACCESS_KEY_ID'] = accessKey.id
    environment['ALIBABA_CLOUD_ACCESS_KEY_SECRET'] = accessKey.secret
    expect(await upload(desk.adapter, desk.fetch)).toMatchObject({ name: file.name })
  })

  test('sends the token of a temporary key', async () => {
    const temporary = { ...accessKey, token: 'made-up-token' }
    const environment = {
      ALIBABA_CLOUD_ACCESS_KEY_ID: temporary.id,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: temporary.secret,
      ALIBABA_CLOUD_SECURITY_TOKEN: temporary.token,
    }
    const { adapter } = createTicketDesk({ accessKey: undefined, environment }, { accessKey: temporary })
    expect((await adapter.requestUpload(uploadRequest)).handle).not.toBe('')
  })

  test.each([
    [401, { code: 'unauthorized' }],
    [403, { code: 'forbidden' }],
  ] as const)('asks who asks: %i', async (status, expected) => {
    const { adapter, asked } = createTicketDesk({ authorize: () => status })
    await expect(adapter.requestUpload(uploadRequest)).rejects.toMatchObject(expected)
    expect(asked).toEqual([])
  })

  test.each([
    ['false', () => false],
    ['no answer', () => Reflect.get({}, 'answer')],
  ])('takes %s of authorize for a no', async (_what, authorize) => {
    const { adapter, asked } = createTicketDesk({ authorize })
    await expect(adapter.requestUpload(uploadRequest)).rejects.toMatchObject({ code: 'forbidden' })
    expect(asked).toEqual([])
  })

  test('tells authorize what the page names', async () => {
    const calls: unknown[] = []
    const { adapterFor } = createTicketDesk({ authorize: (_request, call) => (calls.push(call) > 0 ? true : 403) })
    await adapterFor().requestUpload(uploadRequest)
    await adapterFor('0005PYGCW').listAttachments({ signal })
    expect(calls).toEqual([
      { operation: 'GetAttachmentUploadUrl', fileName: file.name },
      { operation: 'ListTicketNotes', ticketId: '0005PYGCW' },
    ])
  })

  test('answers no other operation, no other method, and nothing that lacks a value', async () => {
    const { asked, handler } = createTicketDesk()
    expect((await handler(pageCall('CloseTicket', { TicketId: '1' }))).status).toBe(404)
    expect((await handler(pageCall('GetAttachmentUploadUrl', {}, 'GET'))).status).toBe(404)
    for (const operation of ['GetAttachmentUploadUrl', 'ListTicketNotes', 'GetAttachmentUrl']) {
      const response = await handler(pageCall(operation, {}))
      expect([response.status, await response.json()]).toMatchObject([400, { Code: 'invalid-request' }])
    }
    const long = await handler(pageCall('GetAttachmentUploadUrl', { FileName: 'x'.repeat(70_000) }))
    expect([long.status, asked]).toEqual([400, []])
  })
})

describe('Cloud Backup behind its handler', () => {
  test('takes a file and gives the same bytes back', async () => {
    const { adapter, fetch } = createBackupDesk()
    const attachment = await upload(adapter, fetch)
    expect(await downloadHash(adapter, attachment, fetch)).toBe(sentHash)
  })

  test('asks as the documentation says: the name in the query, no body', async () => {
    const { adapter, asked } = createBackupDesk()
    await adapter.requestUpload(uploadRequest)
    const [request] = asked
    expect(request!.url).toBe('https://gateway.example.test/?FileName=Beweis%20%26%201.pdf')
    expect([request!.method, await request!.text(), request!.headers.get('content-type')]).toEqual(['POST', '', null])
    expect(request!.headers.get('x-acs-version')).toBe('2017-09-08')
  })

  test.each([
    [{}, 'https://hbr.aliyuncs.com/'],
    [{ region: 'cn-shenzhen' }, 'https://hbr.cn-shenzhen.aliyuncs.com/'],
  ])('reaches the endpoint of %j', async (place, expected) => {
    const asked: string[] = []
    const handler = createAlibabaCloudBackupHandler({
      ...place,
      accessKey,
      authorize: () => true,
      fetch: async (input) => {
        asked.push(input instanceof Request ? input.url : String(input))
        return Response.json({ Success: true, Code: '200' })
      },
    })
    await handler(new Request(`${deskUrl}/backups/CreateTempFileUploadUrl?FileName=a`, { method: 'POST' }))
    expect(asked).toEqual([`${expected}?FileName=a`])
  })
})

describe('what the vendor refuses', () => {
  test.each([
    [
      'an unknown key',
      { accessKey: { ...accessKey, id: 'LTAI5tStranger' } },
      'InvalidAccessKeyId.NotFound',
      'AccessKey id is not known',
    ],
    [
      'a wrong secret',
      { accessKey: { ...accessKey, secret: 'wrongSecretWrongSecret' } },
      'SignatureDoesNotMatch',
      'secret does not fit its id',
    ],
    [
      'a wrong clock',
      { now: () => Date.now() - 3_600_000 },
      'InvalidTimeStamp.Expired',
      'clock is more than 15 minutes off',
    ],
    [
      'a stray token',
      { accessKey: { ...accessKey, token: 'strayToken' } },
      'InvalidSecurityToken.MismatchWithAccessKey',
      'security token has ended or does not belong',
    ],
  ] as const)('%s is told in clear words, and no secret with it', async (_what, change, code, words) => {
    const desk = createTicketDesk(change)
    const response = await desk.handler(pageCall('GetAttachmentUploadUrl', { FileName: 'secret-plan.pdf' }))
    const body = await response.text()
    expect([response.status, JSON.parse(body)]).toMatchObject([
      403,
      { Success: false, Code: code, Message: expect.stringContaining(words), RequestId: expect.any(String) },
    ])
    const failure = onlyFailure(desk)
    expect(failure).toMatchObject({ vendor: 'Alibaba Cloud', operation: 'GetAttachmentUploadUrl', code, status: 403 })
    expect(failure.message).toContain(words)
    const told = toldBy(body, failure)
    for (const secret of ['LTAI5t', 'madeUpSecret', 'wrongSecret', 'strayToken', 'Signature=', 'secret-plan']) {
      expect(told).not.toContain(secret)
    }
    const adapterError = desk.adapter.requestUpload(uploadRequest)
    await expect(adapterError).rejects.toMatchObject({ code: 'forbidden', storageCode: code, retryable: false })
  })

  test('a failure that HTTP calls 200 is one', async () => {
    const desk = createTicketDesk({}, { quirks: { 'alibaba-ticket': { failsWith200: true } } })
    const failing = desk.adapterFor('0005PYGCW')
    desk.breakVendor(() =>
      Response.json({ Success: false, Code: 'System.error', Message: 'token LTAI5tMadeUpForTests', RequestId: 'R-1' }),
    )
    await expect(failing.listAttachments({ signal })).rejects.toMatchObject({ code: 'server-error', requestId: 'R-1' })
    expect(onlyFailure(desk).message).toBe(
      'Alibaba Cloud, ListTicketNotes: The Ticket System failed. (System.error, HTTP 200, request R-1)',
    )
  })

  test('a 401 of the vendor is not the end of a person’s session', async () => {
    const desk = createTicketDesk()
    desk.breakVendor(() => Response.json({ Code: 'Some.NewCode', Message: 'x' }, { status: 401 }))
    await expect(desk.adapter.requestUpload(uploadRequest)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test.each([
    ['is not JSON', () => new Response('<html>LTAI5tMadeUpForTests</html>'), 'answer-unreadable', 'unavailable'],
    ['is a redirect', () => Response.redirect('https://elsewhere.example.test/'), 'answer-unreadable', 'unavailable'],
    [
      'never comes',
      () => {
        throw new TypeError('fetch failed: LTAI5tMadeUpForTests')
      },
      'vendor-unreachable',
      'unavailable',
    ],
    [
      'comes too late',
      () => {
        throw new DOMException('', 'TimeoutError')
      },
      'vendor-timeout',
      'unavailable',
    ],
  ])('an answer that %s', async (_what, answer, storageCode, code) => {
    const desk = createTicketDesk()
    desk.breakVendor(answer)
    await expect(desk.adapter.requestUpload(uploadRequest)).rejects.toMatchObject({ code, storageCode })
    expect(toldBy(onlyFailure(desk))).not.toContain('LTAI5t')
  })

  test('an error of authorize is told to the server alone', async () => {
    const broken = new Error('the database is away')
    const desk = createTicketDesk({ authorize: () => Promise.reject(broken) })
    const response = await desk.handler(pageCall('GetAttachmentUploadUrl', { FileName: 'a' }))
    expect([response.status, await response.text()]).toEqual([500, expect.not.stringContaining('database')])
    expect(desk.failures).toEqual([broken])
  })
})
