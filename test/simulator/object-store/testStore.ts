import { createAccessKey, type AccessKey } from '../../../src/signing/accessKey.ts'
import { presignOssV1Url } from '../../../src/signing/oss/ossV1.ts'
import { presignOssV4Url } from '../../../src/signing/oss/ossV4.ts'
import { objectUrl } from '../../../src/simulator/object-store/address.ts'
import { createObjectStore, type ObjectStoreOptions } from '../../../src/simulator/object-store/createObjectStore.ts'
import { createMemoryStorage } from '../../../src/simulator/object-store/memoryStorage.ts'
import { createSwitchboard } from '../../../src/simulator/switchboard.ts'

export const bucket = 'attachments'
export const region = 'cn-hangzhou'
export const pageOrigin = 'http://helpdesk.test'

export interface SignedCall {
  method?: string | undefined
  key?: string | undefined
  /** Signed and sent. */
  headers?: Record<string, string> | undefined
  /** Signed and in the URL. */
  query?: ReadonlyArray<readonly [string, string]> | undefined
  body?: BodyInit | undefined
  version?: 'v1' | 'v4' | undefined
  /** @default 60 */
  lifeSeconds?: number | undefined
  accessKey?: AccessKey | undefined
}

/** A store with one bucket in memory, a clock that stands, and calls that are signed rightly unless they are changed. */
export function createTestStore(options: Partial<ObjectStoreOptions> = {}) {
  const clock = { now: Date.UTC(2026, 10, 21, 12) }
  const accessKey = createAccessKey()
  const storage = options.storage ?? createMemoryStorage()
  const switches = options.switches ?? createSwitchboard()
  const accessKeys = [accessKey]
  const common = { buckets: [bucket], region, now: () => clock.now, wait: async () => {} }
  const store = createObjectStore({ ...common, accessKeys, ...options, storage, switches })

  async function sign(call: SignedCall = {}): Promise<Request> {
    const { method = 'PUT', key = 'a/report.pdf', headers = {}, query = [], version = 'v1', lifeSeconds = 60 } = call
    const plain = objectUrl('http://localhost', bucket, key)
    const signable = { method, bucket, key, headers, query }
    const signer = call.accessKey ?? accessKey
    const url =
      version === 'v1'
        ? await presignOssV1Url(plain, signable, signer, clock.now / 1000 + lifeSeconds)
        : await presignOssV4Url(plain, signable, signer, { region, signedAt: clock.now, expiresSeconds: lifeSeconds })
    return createRequest(url, { method, headers, body: call.body })
  }

  return {
    accessKey,
    accessKeys,
    clock,
    storage,
    switches,
    store,
    sign,
    fetch: store.fetch,
    /** Signs and sends. */
    call: async (call: SignedCall = {}) => store.fetch(await sign(call)),
    keys: async () => (await storage.list(bucket)).map((object) => object.key),
  }
}

/** A request as a page sends it: with an Origin, and no Content-Type unless it is given. */
export function createRequest(
  url: string,
  init: { method?: string; headers?: HeadersInit; body?: BodyInit | undefined } = {},
) {
  const { method = 'PUT', headers, body } = init
  const withOrigin = new Headers(headers)
  if (!withOrigin.has('origin')) withOrigin.set('origin', pageOrigin)
  // Bytes: a string or FormData would bring a Content-Type of its own.
  const raw = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return new Request(url, { method, headers: withOrigin, ...(raw === undefined ? {} : { body: raw, duplex: 'half' }) })
}

/** What an XML error says, by element. */
export async function readError(response: Response): Promise<Record<string, string>> {
  const xml = await response.text()
  const elements = [...xml.matchAll(/<([A-Za-z]+)>([^<]*)<\/\1>/g)]
  return Object.fromEntries(elements.map(([, name, text]) => [name!, unescapeXml(text!)]))
}

function unescapeXml(text: string): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#13': '\r' }
  return text.replace(/&(lt|gt|quot|amp|#13);/g, (_all, name: string) => entities[name]!)
}
