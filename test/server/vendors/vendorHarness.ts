import { createHash } from 'node:crypto'
import type { Attachment, BackendAdapter } from '../../../src/engine/ports.ts'
import { VendorFailure } from '../../../src/server/vendors/vendorFailure.ts'
import { createSimulator, type SimulatorOptions } from '../../../src/simulator/createSimulator.ts'
import type { GatewayName } from '../../../src/simulator/gateways/createGateways.ts'
import { sendCredential } from '../../simulator/sendCredential.ts'

export const deskUrl = 'https://desk.example.test/api'
export const gatewayUrl = 'https://gateway.example.test'
const storeUrl = 'http://localhost:4801'

export const signal = new AbortController().signal
export const accessKey = { id: 'LTAI5tMadeUpForTests', secret: 'madeUpSecretThatNobodyMaySee' }

type Handler = (request: Request) => Promise<Response>

/** What a handler is made with. */
export interface VendorPlace {
  endpoint: string
  fetch: typeof fetch
  now: () => number
  onError: (error: unknown) => void
}

/** A page, the handler under test, the vendor's own API behind its gateway, and the store: no network anywhere. */
export function createVendorHarness(
  vendor: GatewayName,
  createHandler: (place: VendorPlace) => Handler,
  options: Partial<SimulatorOptions> = {},
) {
  const simulator = createSimulator({ storeUrl, accessKey, ...options })
  const failures: unknown[] = []
  /** What the vendor was asked, in order. */
  const asked: Request[] = []
  let broken: ((request: Request) => Response | undefined) | undefined

  const callVendor = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init)
    asked.push(request.clone())
    return broken?.(request) ?? simulator.gateways[vendor](request)
  }
  const handler = createHandler({
    endpoint: gatewayUrl,
    fetch: callVendor,
    now: options.now ?? Date.now,
    onError: (error) => void failures.push(error),
  })
  const fromPage = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init)
    return new URL(request.url).host.endsWith('localhost:4801') ? simulator.store(request) : handler(request)
  }

  return {
    asked,
    failures,
    fetch: fromPage,
    handler,
    simulator,
    /** Answers in the vendor's place, where it answers at all. */
    breakVendor: (answer: (request: Request) => Response | undefined) => void (broken = answer),
  }
}

export type VendorHarness = ReturnType<typeof createVendorHarness>

const bytes = new TextEncoder().encode('evidence: größer als gedacht 🙂')
export const file = new File([bytes], 'Beweis & 1.pdf', { type: 'application/pdf' })
export const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: 0 }
export const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
export const sentHash = sha256(bytes)

export const uploadRequest = { itemId: 'a', file: meta, attempt: 1, signal }

/** Uploads the file as the kit does it, and registers it. */
export async function upload(adapter: BackendAdapter, fetch: VendorHarness['fetch']): Promise<Attachment> {
  const credential = await adapter.requestUpload(uploadRequest)
  const receipt = await sendCredential(fetch, credential, file)
  if (receipt.status > 299) throw new Error(`the store answered ${receipt.status}: ${receipt.body}`)
  const commit = { itemId: 'a', file: meta, handle: credential.handle, receipt, idempotencyKey: 'a', signal }
  return adapter.commitUpload(commit)
}

/** SHA-256 of what a download gives. */
export async function downloadHash(
  adapter: BackendAdapter,
  attachment: Attachment,
  fetch: VendorHarness['fetch'],
): Promise<string> {
  const request = { attachment, disposition: 'attachment' as const, filename: attachment.name, signal }
  const { url, headers } = await adapter.requestDownload(request)
  const response = await fetch(url, { headers })
  return sha256(new Uint8Array(await response.arrayBuffer()))
}

/** Everything that a failure or an answer says, in one text. */
export function toldBy(...said: unknown[]): string {
  return said
    .map((each) => (each instanceof Error ? `${each.message}\n${each.stack}\n${JSON.stringify(each)}` : String(each)))
    .join('\n')
}

export function onlyFailure({ failures }: VendorHarness): VendorFailure {
  const [failure, ...more] = failures
  if (more.length > 0 || !(failure instanceof VendorFailure)) throw new AggregateError(failures, 'expected one failure')
  return failure
}
