import { S3Client } from '@aws-sdk/client-s3'
import { createAttachmentServer, type AttachmentServerOptions } from '../../src/server/createAttachmentServer.ts'
import { createMemoryRecords } from '../../src/server/attachmentRecords.ts'
import { createAwsPresigner } from '../../src/server/aws/createAwsPresigner.ts'
import { createOssStore } from '../../src/server/ossStore.ts'
import { createS3Store } from '../../src/server/s3Store.ts'
import type { SigningStore } from '../../src/server/signingStore.ts'
import { createTestStore, region } from '../simulator/object-store/testStore.ts'

export const deskUrl = 'https://desk.example.test/attachments'

/** The schemes that the simulated store checks for real. */
export const schemes = [
  'S3 PUT',
  'S3 form',
  'AWS SDK PUT',
  'AWS SDK form',
  'OSS V4 PUT',
  'OSS V4 form',
  'OSS V1 PUT',
  'OSS V1 form',
] as const
export type Scheme = (typeof schemes)[number]

/** A server over a simulated store, and a fetch that reaches both and nothing else. */
export function createServerHarness(scheme: Scheme, options: Partial<AttachmentServerOptions> = {}) {
  const simulated = createTestStore({ hosts: ['store.test'] })
  const errors: unknown[] = []
  const now = () => simulated.clock.now
  const store = storeOf(scheme, simulated, now)
  const records = createMemoryRecords()
  const server = createAttachmentServer({
    store,
    records,
    authorize: () => 'tickets/42',
    now,
    onError: (error) => errors.push(error),
    ...options,
  })
  const reach: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    return request.url.startsWith(deskUrl) ? server(request) : simulated.fetch(await withLength(request))
  }
  const call = async (operation: string, body: unknown) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const response = await server(new Request(`${deskUrl}/${operation}`, init))
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  return { ...simulated, server, records, errors, fetch: reach, call }
}

function storeOf(scheme: Scheme, simulated: ReturnType<typeof createTestStore>, now: () => number): SigningStore {
  const upload: 'form' | 'put' = scheme.endsWith('form') ? 'form' : 'put'
  const { accessKey, clock, fetch } = simulated
  const reach: typeof globalThis.fetch = (input, init) => fetch(new Request(input, init))
  const common = { endpoint: 'http://store.test', bucket: 'attachments', region, accessKey, now, upload, fetch: reach }
  if (scheme.startsWith('S3')) return createS3Store(common)
  if (scheme.startsWith('AWS')) {
    // The SDK dates a form by the clock on the wall.
    clock.now = Date.now()
    const credentials = { accessKeyId: accessKey.id, secretAccessKey: accessKey.secret }
    const presigner = createAwsPresigner(new S3Client({ region, endpoint: common.endpoint, credentials }))
    return createS3Store({ ...common, accessKey: undefined, presigner })
  }
  return createOssStore({ ...common, signature: scheme.startsWith('OSS V1') ? 'v1' : 'v4' })
}

/** As every client on a wire, with the length of what it sends: a `Request` does not show it. */
async function withLength(request: Request): Promise<Request> {
  if (request.method === 'GET' || request.method === 'HEAD') return request
  const bytes = await request.arrayBuffer()
  const headers = new Headers(request.headers)
  headers.set('content-length', String(bytes.byteLength))
  return new Request(request.url, { method: request.method, headers, body: bytes })
}
