import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAlibabaCloudBackupAdapter } from '../../src/adapters/alibaba-cloud-backup/createAdapter.ts'
import { createAlibabaTicketAdapter } from '../../src/adapters/alibaba-ticket/createAdapter.ts'
import { createDingtalkStorageAdapter } from '../../src/adapters/dingtalk-storage/createAdapter.ts'
import { createHuaweiCocAdapter } from '../../src/adapters/huawei-coc/createAdapter.ts'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import { isAbortError, UploadError } from '../../src/engine/errors.ts'
import type { BackendAdapter, Credential, DownloadCredential } from '../../src/engine/ports.ts'
import { safeFilename } from '../../src/engine/safeFilename.ts'
import { checkCredentialUrl } from '../../src/transports/checkCredentialUrl.ts'
import { parseContentDisposition } from '../../src/transports/contentDisposition.ts'
import { decodePolicy } from '../../src/transports/decodePolicy.ts'
import { createFetchDownloadTransport } from '../../src/transports/fetchDownload.ts'
import { createFormPostTransport } from '../../src/transports/formPost.ts'
import { checkPolicy } from '../../src/transports/policyPreflight.ts'
import { readStorageError } from '../../src/transports/readStorageError.ts'
import { createSignedPutTransport } from '../../src/transports/signedPut.ts'
import { FakeXhr, stubXhr } from '../support/fakeXhr.ts'
import { fileOf, formCredential, metaOf } from '../support/transportRequests.ts'
import { fixed, hostileAnswer, hostileBody, hostileHeaders, hostileStatus, hostileUrl } from './hostileAnswers.ts'

const endpoint = 'https://desk.example.test/api'
const signal = new AbortController().signal
const file = fileOf(3)
const meta = metaOf(file)

const page = 'https://desk.example.test/tickets/1'

beforeEach(() => {
  stubXhr()
  vi.stubGlobal('location', new URL(page))
})
afterEach(() => void vi.unstubAllGlobals())

const storeUrl = 'https://bucket.store.example.test/k?Expires=1800000000&Signature=made-up'
const signedHeaders = { authorization: 'made-up', 'x-oss-date': 'd' }

/** Good answers, one for each way an adapter reads, all under every call: what does not fit is refused. */
const systems: Record<string, { create: (fetch: typeof globalThis.fetch) => BackendAdapter; good: object }> = {
  'alibaba-ticket': {
    create: (fetch) => createAlibabaTicketAdapter({ endpoint, fetch, ticketId: 't' }),
    good: {
      Success: true,
      Code: 0,
      AccessFileUrl: storeUrl,
      Data: { ObjectKey: 'k', PutSignedUrl: storeUrl, GetSignedUrl: storeUrl },
    },
  },
  'alibaba-ticket notes': {
    create: (fetch) => createAlibabaTicketAdapter({ endpoint, fetch, ticketId: 't' }),
    good: {
      Success: true,
      Code: '0',
      Data: [{ DialogId: 1, CreateTime: 1_700_000_000_000, Attachments: [{ Name: 'a.txt', Url: storeUrl }] }],
    },
  },
  'alibaba-cloud-backup': {
    create: (fetch) => createAlibabaCloudBackupAdapter({ endpoint, fetch }),
    good: {
      Success: true,
      Code: '200',
      BucketName: 'bucket',
      Endpoint: 'store.example.test',
      TempFileKey: 'k',
      OssAccessKeyId: 'made-up',
      Policy: 'e30=',
      Signature: 'made-up',
      ExpireTime: 1_800_000_000,
      Url: storeUrl,
    },
  },
  'dingtalk-storage': {
    create: (fetch) => createDingtalkStorageAdapter({ endpoint, fetch }),
    good: {
      uploadKey: 'k',
      headerSignatureInfo: { resourceUrls: [storeUrl], headers: signedHeaders, expirationSeconds: 900 },
      dentry: { id: '1', spaceId: '2', name: 'a.txt', size: 3, appProperties: { app: [{ value: 'i' }] } },
    },
  },
  'signed-endpoint': {
    create: (fetch) => createSignedEndpointAdapter({ endpoint, fetch }),
    good: {
      url: storeUrl,
      method: 'PUT',
      headers: signedHeaders,
      key: 'k',
      expiresIn: 60,
      handle: 'h',
      name: 'a.txt',
      attachments: [{ handle: 'h', name: 'a.txt', size: 3, createdAt: '2026-01-01', scan: 'clean' }],
    },
  },
  'signed-endpoint form': {
    create: (fetch) => createSignedEndpointAdapter({ endpoint, fetch }),
    good: {
      url: storeUrl,
      fields: [
        ['key', 'k'],
        ['policy', 'e30='],
      ],
      fileField: 'file',
      key: 'k',
      expiresAt: '2027-01-01',
    },
  },
  'signed-endpoint passing on': {
    create: (fetch) => createSignedEndpointAdapter({ endpoint, fetch }),
    good: {
      data: { BucketName: 'bucket', Endpoint: 'store.example.test', Dir: 'a/', EncodedPolicy: 'e30=', Signature: 's' },
      AccessKeyId: 'made-up',
      MaxFileSize: 100,
      ExpireTime: 1_800_000_000,
    },
  },
}

/** Everything an adapter can be asked, with an answer that may say anything. */
async function askEverything(adapter: BackendAdapter): Promise<PromiseSettledResult<unknown>[]> {
  const receipt = { status: 200, headers: {}, body: '' }
  const about = { itemId: 'i', file: meta, handle: 'k', signal }
  const attachment = { handle: 'h:1', name: 'a.txt' }
  const download = () => adapter.requestDownload({ attachment, disposition: 'attachment', filename: 'a.txt', signal })
  // One after another: an adapter may keep what an answer brought along.
  return [
    await settle(adapter.requestUpload({ ...about, attempt: 1 })),
    await settle(adapter.commitUpload({ ...about, receipt, idempotencyKey: 'i' })),
    await settle(adapter.commitUpload({ ...about, receipt, idempotencyKey: 'i' })),
    await settle(adapter.verifyUpload(about)),
    await settle(adapter.listAttachments({ signal })),
    await settle(download()),
    await settle(adapter.discardUpload({ handle: 'k', keepalive: false, signal })),
  ]
}

async function settle(promise: Promise<unknown>): Promise<PromiseSettledResult<unknown>> {
  const [end] = await Promise.allSettled([promise])
  return end as PromiseSettledResult<unknown>
}

const isExpected = (thrown: unknown) => thrown instanceof UploadError || isAbortError(thrown)
const unexpected = (ends: readonly PromiseSettledResult<unknown>[]) =>
  ends.flatMap((end) => (end.status === 'rejected' && !isExpected(end.reason) ? [end.reason as unknown] : []))

function urlsIn(ends: readonly PromiseSettledResult<unknown>[]): string[] {
  const values = ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : []))
  const credentials = values.filter((value): value is Credential | DownloadCredential => hasUrl(value))
  return credentials.map(({ url }) => url).filter((url) => url !== '')
}

function hasUrl(value: unknown): value is { url: string } {
  return typeof value === 'object' && value !== null && 'url' in value
}

// A busy machine is slow, and thousands of cases are many.
const patient = { timeout: 30_000 }

describe('answers of backends', patient, () => {
  it.each(Object.entries(systems))(
    'however hostile, make %s refuse or give an address that was named',
    async (_name, { create, good }) => {
      const property = fc.asyncProperty(
        hostileAnswer(good),
        hostileStatus,
        hostileHeaders,
        async (text, status, headers) => {
          const asked: string[] = []
          const adapter = create(async (input, init) => {
            asked.push(new Request(input, init).url)
            return new Response(text, { status, headers })
          })
          const ends = await askEverything(adapter)
          expect(unexpected(ends)).toEqual([])
          expect(asked.filter((url) => !url.startsWith(`${endpoint}/`))).toEqual([])
          for (const url of urlsIn(ends)) {
            const { protocol, hostname, username } = new URL(url)
            expect([protocol.replace('s', ''), username]).toEqual(['http:', ''])
            expect(namesHost(text, url, hostname)).toBe(true)
          }
        },
      )
      await fc.assert(property, { ...fixed, numRuns: 200 })
    },
  )

  it('of Huawei come with the bytes and are read from the receipt: only our errors come out', async () => {
    const adapter = createHuaweiCocAdapter({ endpoint })
    const good = { error_code: 'GOM.00000000', name: 'a', id: '1', data: { doc_id: '1', doc_name: 'a' } }
    const property = fc.asyncProperty(hostileAnswer(good), async (body) => {
      const receipt = { status: 200, headers: {}, body }
      const commit = adapter.commitUpload({
        itemId: 'i',
        file: meta,
        handle: 'i',
        receipt,
        idempotencyKey: 'i',
        signal,
      })
      expect(unexpected([await settle(commit)])).toEqual([])
    })
    await fc.assert(property, { ...fixed, numRuns: 500 })
  })
})

/** The host stands in the answer, at once or in the parts that make it up; letters beyond ASCII become others. */
function namesHost(answer: string, url: string, hostname: string): boolean {
  const said = answer.toLowerCase()
  if (/[^\x20-\x7e]|\\|%/.test(url) || hostname.includes('xn--') || /^[\d.:[\]a-f]+$/.test(hostname)) return true
  return said.includes(hostname) || hostname.split('.').every((part) => said.includes(part))
}

/** Answers every request by itself, as soon as it is sent. */
class AnsweringXhr extends FakeXhr {
  static answer = { status: 200, body: '' }
  override send(body: unknown): void {
    super.send(body)
    queueMicrotask(() => this.respond(AnsweringXhr.answer.status, AnsweringXhr.answer.body))
  }
}

describe('answers of stores', patient, () => {
  it('however hostile, end an upload in a receipt or in our errors, and lead to no other host', async () => {
    vi.stubGlobal('XMLHttpRequest', AnsweringXhr)
    const [put, post] = [createSignedPutTransport(), createFormPostTransport()]
    const urls = fc.oneof(fc.constant(storeUrl), hostileUrl)
    const property = fc.asyncProperty(urls, hostileStatus, hostileBody, async (url, status, body) => {
      AnsweringXhr.answer = { status, body }
      AnsweringXhr.opened.length = 0
      const shared = { file, meta, signal, onProgress: () => {} }
      const base = { handle: 'h', url, headers: {} }
      const ends = [
        await settle(
          put.send({ ...shared, credential: { ...base, kind: 'signed-put', method: 'PUT', contentType: 'none' } }),
        ),
        await settle(post.send({ ...shared, credential: formCredential(url) })),
      ]
      expect(unexpected(ends)).toEqual([])
      expect(AnsweringXhr.opened.filter((xhr) => xhr.url !== url || !isHonestAddress(xhr.url))).toEqual([])
    })
    await fc.assert(property, { ...fixed, numRuns: 600 })
  })

  it('however hostile, end a download in bytes or in our errors', async () => {
    const transport = createFetchDownloadTransport({ onDiagnosis: () => {} })
    const property = fc.asyncProperty(hostileStatus, hostileBody, hostileHeaders, async (status, body, headers) => {
      const asked: string[] = []
      vi.stubGlobal('fetch', async (input: string) => {
        asked.push(input)
        return new Response(body, { status, headers })
      })
      const credential = { url: storeUrl, headers: {}, bindsFilename: false }
      const attachment = { handle: 'h', name: 'a.txt' }
      const opened = await settle(
        transport.open({ credential, attachment, offset: 0, signal }).then((stream) => stream.close()),
      )
      expect(unexpected([opened])).toEqual([])
      expect(asked).toEqual([storeUrl])
    })
    await fc.assert(property, { ...fixed, numRuns: 500 })
  })

  it('are read without a throw, whatever they hold', () => {
    const property = fc.property(hostileStatus, hostileBody, hostileHeaders, (status, body, headers) => {
      const error = readStorageError({ status, body, headers })
      expect(error).toBeInstanceOf(UploadError)
      expect(error.storageCode ?? 'a').toMatch(/^[\w.:/+=-]{1,200}$/)
      expect(error.message).not.toMatch(/\p{Cc}/u)
    })
    fc.assert(property, { ...fixed, numRuns: 1500 })
  })
})

describe('single readers', patient, () => {
  it('parseContentDisposition and safeFilename never throw and never leave a folder', () => {
    const parameter = fc.tuple(
      fc.constantFrom('filename=', 'filename*=', "filename*=UTF-8''"),
      fc.string({ unit: 'binary' }),
    )
    const header = fc.array(parameter).map((all) => ['attachment', ...all.map((pair) => pair.join(''))].join(';'))
    const property = fc.property(header, (text) => {
      expect(safeFilename(parseContentDisposition(text).filename ?? '') ?? 'a').not.toMatch(/[/\\\p{Cc}]|^\./u)
    })
    fc.assert(property, { ...fixed, numRuns: 1000 })
  })

  it('policies are judged or passed over, never stumbled upon', () => {
    const policy = fc.oneof(
      fc.string(),
      fc.json().map((text) => btoa(unescape(encodeURIComponent(text)))),
      fc.array(fc.jsonValue()).map((conditions) => btoa(unescape(encodeURIComponent(JSON.stringify({ conditions }))))),
    )
    const property = fc.property(policy, (encoded) => {
      decodePolicy(encoded)
      const verdict = checkPolicy(formCredential(storeUrl, { fields: [['policy', encoded]] }), meta)
      expect(verdict === undefined || verdict instanceof UploadError).toBe(true)
    })
    fc.assert(property, { ...fixed, numRuns: 1000 })
  })

  it('R65 addresses are http or https, name their host or none, and nobody in front of it', () => {
    const property = fc.property(fc.oneof(hostileUrl, fc.string({ unit: 'binary' })), (url) => {
      expect(refusalOf(() => checkCredentialUrl(url))).toBe(isHonestAddress(url) ? undefined : 'url-refused')
    })
    fc.assert(property, { ...fixed, numRuns: 2000 })
  })
})

function refusalOf(check: () => unknown): string | undefined {
  try {
    check()
    return undefined
  } catch (thrown) {
    return thrown instanceof UploadError ? thrown.code : String(thrown)
  }
}

/** A full address, or one on the page's own origin; and no user name that passes for the host. */
function isHonestAddress(text: string): boolean {
  if (!URL.canParse(text, page)) return false
  const { origin, protocol, username, password } = new URL(text, page)
  const isFull = /^\s*https?:\/\//i.test(text)
  return /^https?:$/.test(protocol) && username + password === '' && (isFull || origin === new URL(page).origin)
}
