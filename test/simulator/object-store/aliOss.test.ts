import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createNodeListener } from '../../../src/dev-server/nodeBridge.ts'
import { createAccessKey, createTemporaryAccessKey } from '../../../src/signing/accessKey.ts'
import { createObjectStore } from '../../../src/simulator/object-store/createObjectStore.ts'
import { createMemoryStorage } from '../../../src/simulator/object-store/memoryStorage.ts'

/** What of the vendor's SDK is used here; its own types leave V4 out. */
interface OssClient {
  put(name: string, bytes: Uint8Array, options?: object): Promise<{ res: { status: number } }>
  get(name: string, options?: object): Promise<{ res: { status: number }; content: Uint8Array }>
  head(name: string): Promise<{ meta: Record<string, string>; res: { headers: Record<string, string> } }>
  delete(name: string): Promise<{ res: { status: number } }>
  signatureUrl(name: string, options: object): string
  signatureUrlV4(method: string, expires: number, request: object, name: string): Promise<string>
  calculatePostSignature(policy: object): { OSSAccessKeyId: string; policy: string; Signature: string }
}
const OssClient = createRequire(import.meta.url)('ali-oss') as new (options: object) => OssClient

const bucket = 'attachments'
const key = createAccessKey()
const temporary = createTemporaryAccessKey(Date.now() + 3_600_000)
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

function createClient({
  endpoint,
  isV4,
  isTemporary = false,
  secret,
}: ClientOptions & { endpoint: string }): OssClient {
  const { id, secret: rightSecret, token } = isTemporary ? temporary : key
  return new OssClient({
    endpoint,
    bucket,
    region: 'oss-cn-hangzhou',
    accessKeyId: id,
    accessKeySecret: secret ?? rightSecret,
    ...(token ? { stsToken: token, refreshSTSToken: async () => ({}), refreshSTSTokenInterval: 3_600_000 } : {}),
    authorizationV4: isV4,
  })
}

interface ClientOptions {
  isV4: boolean
  isTemporary?: boolean
  secret?: string
}

function createStore() {
  const accessKeys = [key, temporary]
  return createObjectStore({ storage: createMemoryStorage(), accessKeys, buckets: [bucket] })
}

/** The store behind a real HTTP server, and the vendor's client pointed at it. */
async function connect(options: ClientOptions) {
  const server = createServer(createNodeListener(createStore().fetch))
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { client: createClient({ ...options, endpoint }), endpoint }
}

describe.each([
  { isV4: false, isTemporary: false },
  { isV4: false, isTemporary: true },
  { isV4: true, isTemporary: false },
  { isV4: true, isTemporary: true },
])('the vendor’s own SDK with %o', (options) => {
  test('puts, heads, gets and deletes', async () => {
    const { client } = await connect(options)
    const name = "d/文件 (1)+'q'.bin"
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251))
    expect((await client.put(name, bytes, { headers: { 'x-oss-meta-ticket': '4711' } })).res.status).toBe(200)
    expect(bytes.equals((await client.get(name)).content)).toBe(true)
    const head = await client.head(name)
    expect([head.meta, head.res.headers['content-length']]).toEqual([{ ticket: '4711' }, '300000'])
    const part = await client.get(name, { headers: { Range: 'bytes=250-252' } })
    expect([part.res.status, ...part.content]).toEqual([206, 250, 0, 1])
    expect((await client.delete(name)).res.status).toBe(204)
    await expect(client.get(name)).rejects.toMatchObject({ status: 404, code: 'NoSuchKey' })
  })

  test('is refused with the code it knows when its secret is wrong', async () => {
    const { client } = await connect({ ...options, secret: 'wrong' })
    const refusal = {
      status: 403,
      code: 'SignatureDoesNotMatch',
      requestId: expect.stringMatching(/^[0-9A-F]{24}$/) as string,
    }
    await expect(client.put('a', Buffer.alloc(1))).rejects.toMatchObject(refusal)
  })
})

/** It signs URLs for host names only, so these go to the store without a socket. */
describe('URLs that the vendor’s SDK signed', () => {
  const headers = { 'content-type': 'text/plain' }
  const disposition = 'attachment; filename="b.txt"'

  test('V1 URLs upload and download', async () => {
    const { fetch } = createStore()
    const client = createClient({ isV4: false, endpoint: 'http://localhost' })
    const put = client.signatureUrl('a ü.txt', { method: 'PUT', expires: 60, 'Content-Type': 'text/plain' })
    expect((await fetch(new Request(put, { method: 'PUT', body: 'signed', headers }))).status).toBe(200)
    const response = { 'content-disposition': disposition }
    const got = await fetch(new Request(client.signatureUrl('a ü.txt', { method: 'GET', expires: 60, response })))
    expect([await got.text(), got.headers.get('content-disposition')]).toEqual(['signed', disposition])
  })

  test('V4 URLs upload and download', async () => {
    const { fetch } = createStore()
    const client = createClient({ isV4: true, endpoint: 'http://localhost' })
    const put = await client.signatureUrlV4('PUT', 60, { headers }, 'a ü.txt')
    expect((await fetch(new Request(put, { method: 'PUT', body: 'signed', headers }))).status).toBe(200)
    const queries = { 'response-content-disposition': disposition }
    const got = await fetch(new Request(await client.signatureUrlV4('GET', 60, { queries }, 'a ü.txt')))
    expect([await got.text(), got.headers.get('content-disposition')]).toEqual(['signed', disposition])
  })
})

test('a form with the policy that the vendor’s SDK signed is stored', async () => {
  const { client, endpoint } = await connect({ isV4: false })
  const expiration = new Date(Date.now() + 60_000).toISOString()
  const signed = client.calculatePostSignature({ expiration, conditions: [{ bucket }] })
  const form = new FormData()
  for (const [name, value] of Object.entries({ key: 'form.txt', ...signed })) form.set(name, value)
  form.set('file', new Blob(['posted']))
  expect((await fetch(`${endpoint}/${bucket}`, { method: 'POST', body: form })).status).toBe(204)
  expect(new TextDecoder().decode((await client.get('form.txt')).content)).toBe('posted')
})
