import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDevServer } from '../../src/dev-server/index.ts'
import { createAccessKey } from '../../src/signing/accessKey.ts'
import type { FormPolicyCredential, SignedPutCredential } from '../../src/engine/ports.ts'
import { chromiumLaunch } from '../support/chromium.mjs'
import { bundlePage } from './support/bundlePage.ts'

interface OssClient {
  get(name: string): Promise<{ content: Uint8Array }>
  signatureUrl(name: string, options: object): string
  signatureUrlV4(method: string, expires: number, request: object, name: string): Promise<string>
  calculatePostSignature(policy: object): { OSSAccessKeyId: string; policy: string; Signature: string }
}
const OssClient = createRequire(import.meta.url)('ali-oss') as new (options: object) => OssClient

const bucket = 'attachments'
const key = createAccessKey()
const closers: Array<() => Promise<unknown>> = []
let page: Page
let storePort: string

beforeAll(async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'attachkit-sdk-'))
  closers.push(() => rm(dataDir, { recursive: true, force: true }))
  const server = await createDevServer({ storePort: 0, dataDir, accessKeys: [key], buckets: [bucket] })
  closers.push(() => server.close())
  storePort = new URL(server.storeUrl).port
  const browser = await chromium.launch(await chromiumLaunch())
  closers.push(() => browser.close())
  const host = createServer((_, answer) =>
    answer.setHeader('content-type', 'text/html').end('<!doctype html><p>page</p>'),
  )
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  closers.push(() => new Promise((resolve) => host.close(resolve).closeAllConnections()))
  page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`)
  await page.addScriptTag({ content: await bundlePage(new URL('../support/vendorSdkPage.ts', import.meta.url)) })
})

afterAll(async () => {
  for (const close of closers.toReversed()) await close()
})

/** The SDK signs URLs for host names and talks to a store on this machine by IP. */
function clientAt(host: string, isV4 = false): OssClient {
  const { id, secret } = key
  const endpoint = `http://${host}:${storePort}`
  return new OssClient({
    endpoint,
    bucket,
    region: 'oss-cn-hangzhou',
    accessKeyId: id,
    accessKeySecret: secret,
    authorizationV4: isV4,
  })
}

const send = (credential: SignedPutCredential | FormPolicyCredential, text: string, type = 'text/plain') =>
  page.evaluate(([given, content, own]) => window.vendorSdk.send(given, content, own), [
    credential,
    text,
    type,
  ] as const)

async function storedText(name: string): Promise<string> {
  return Buffer.from((await clientAt('127.0.0.1').get(name)).content).toString()
}

const putTo = (url: string, change: Partial<SignedPutCredential> = {}): SignedPutCredential => {
  return { kind: 'signed-put', method: 'PUT', handle: 'report', url, headers: {}, contentType: 'none', ...change }
}

it('R13 a V1 URL of the vendor’s SDK takes a file that has a type of its own', async () => {
  const url = clientAt('localhost').signatureUrl('v1 ü.txt', { method: 'PUT', expires: 60 })
  expect(await send(putTo(url), 'signed by V1')).toBe(200)
  expect(await storedText('v1 ü.txt')).toBe('signed by V1')
})

it('R13 a V4 URL of the vendor’s SDK takes the type it was signed with', async () => {
  const headers = { 'content-type': 'text/csv' }
  const url = await clientAt('localhost', true).signatureUrlV4('PUT', 60, { headers }, 'v4 报告.csv')
  const credential = putTo(url, { contentType: 'exact', headers: { 'Content-Type': 'text/csv' } })
  expect(await send(credential, 'signed by V4')).toBe(200)
  expect(await storedText('v4 报告.csv')).toBe('signed by V4')
})

it('R13 a URL signed for another type is refused as the store says', async () => {
  const url = clientAt('localhost').signatureUrl('wrong.txt', {
    method: 'PUT',
    expires: 60,
    'Content-Type': 'image/png',
  })
  await expect(send(putTo(url), 'wrong type')).rejects.toThrow(/signature/i)
  await expect(storedText('wrong.txt')).rejects.toMatchObject({ code: 'NoSuchKey' })
})

it('R15 a form with the policy of the vendor’s SDK is stored', async () => {
  const expiration = new Date(Date.now() + 60_000).toISOString()
  const { OSSAccessKeyId, policy, Signature } = clientAt('localhost').calculatePostSignature({
    expiration,
    conditions: [{ bucket }, ['content-length-range', 1, 1000]],
  })
  const credential: FormPolicyCredential = {
    kind: 'form-policy',
    handle: 'form.txt',
    url: `http://${bucket}.localhost:${storePort}/`,
    headers: {},
    fileField: 'file',
    fields: Object.entries({ key: 'form.txt', OSSAccessKeyId, policy, Signature }),
  }
  expect(await send(credential, 'posted')).toBe(204)
  expect(await storedText('form.txt')).toBe('posted')
})
