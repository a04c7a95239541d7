import { createAlibabaCloudBackupAdapter } from '../../src/adapters/alibaba-cloud-backup/createAdapter.ts'
import { createAlibabaTicketAdapter } from '../../src/adapters/alibaba-ticket/createAdapter.ts'
import { createDingtalkStorageAdapter } from '../../src/adapters/dingtalk-storage/createAdapter.ts'
import { createHuaweiCocAdapter } from '../../src/adapters/huawei-coc/createAdapter.ts'
import { UploadError } from '../../src/engine/errors.ts'
import type { Attachment, BackendAdapter, Credential, Receipt } from '../../src/engine/ports.ts'
import { sendCredential } from '../simulator/sendCredential.ts'

export const endpoint = 'https://desk.example.test/api'

interface Part {
  name: string
  value?: string
  filename?: string
  type?: string
  bytes?: boolean
}

export interface GoldenRequest {
  method: string
  /** Behind the endpoint; `url` where it goes elsewhere. */
  path?: string
  url?: string
  headers: Record<string, string>
  body?: unknown
  form?: Record<string, string>
  parts?: readonly Part[]
  bytes?: boolean
}

interface Given {
  attempt?: number
  previousHandle?: string
  handle?: string
  attachment?: Attachment
  receipt?: Receipt
}

export interface GoldenExchange {
  name: string
  call: 'requestUpload' | 'commitUpload' | 'listAttachments' | 'requestDownload' | 'send'
  of?: string
  store?: boolean
  isRetry?: boolean
  options?: { ticketId?: string }
  given?: Given
  request?: GoldenRequest
  answer?: { status: number; headers: Record<string, string>; schema?: object; example?: unknown }
  outcome?: unknown
}

export interface Golden {
  adapter: string
  file: { name: string; size: number; type: string; lastModified: number; content: string }
  exchanges: readonly GoldenExchange[]
  refusals: readonly GoldenExchange[]
}

type Fetch = typeof globalThis.fetch

const adapters: Readonly<Record<string, (fetch: Fetch, options: GoldenExchange['options']) => BackendAdapter>> = {
  'attachkit/adapters/alibaba-ticket': (fetch, options) => createAlibabaTicketAdapter({ endpoint, fetch, ...options }),
  'attachkit/adapters/alibaba-cloud-backup': (fetch) => createAlibabaCloudBackupAdapter({ endpoint, fetch }),
  'attachkit/adapters/huawei-coc': () => createHuaweiCocAdapter({ endpoint }),
  'attachkit/adapters/dingtalk-storage': (fetch) => createDingtalkStorageAdapter({ endpoint, fetch }),
}

/** What an adapter asked, and what it made of the answer. */
export interface Played {
  asked: readonly GoldenRequest[]
  outcome: unknown
}

/** Plays one exchange with the adapter itself. `example` takes the place of the answer's own. */
export async function play(
  golden: Golden,
  exchange: GoldenExchange,
  example = exchange.answer?.example,
): Promise<Played> {
  const asked: GoldenRequest[] = []
  let isLost = exchange.isRetry === true
  const fetch: Fetch = async (input, init) => {
    if (isLost) throw new TypeError('Failed to fetch')
    asked.push(await described(new Request(input, init), golden.file.content))
    const { status = 500, headers = {} } = exchange.answer ?? {}
    return new Response(example === undefined ? null : JSON.stringify(example), { status, headers })
  }
  const file = fileOf(golden)
  const create = adapters[golden.adapter]
  if (!create) throw new TypeError(`There is no adapter ${golden.adapter}`)
  const adapter = create(fetch, exchange.options)
  const call = () => callOf(golden, exchange, { adapter, fetch, file })
  if (isLost) await call().catch(() => undefined)
  isLost = false
  const outcome = await call().catch(failureOf)
  return { asked, outcome: plain(outcome) }
}

export function fileOf({ file: { content, name, type, lastModified } }: Golden): File {
  return new File([content], name, { type, lastModified })
}

interface Stand {
  adapter: BackendAdapter
  fetch: Fetch
  file: File
}

async function callOf(golden: Golden, { call, given = {}, of }: GoldenExchange, stand: Stand): Promise<unknown> {
  const { adapter, file } = stand
  const { attempt = 1, previousHandle, handle = '', attachment } = given
  const receipt = given.receipt ?? { status: 200, headers: {}, body: '' }
  const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: file.lastModified }
  const common = { itemId: 'item-1', file: meta, signal: new AbortController().signal }
  if (call === 'requestUpload') return adapter.requestUpload({ ...common, attempt, previousHandle })
  if (call === 'commitUpload') return adapter.commitUpload({ ...common, handle, receipt, idempotencyKey: '0f8f2f4e' })
  if (call === 'listAttachments') return adapter.listAttachments(common)
  if (call === 'send') {
    await sendCredential(stand.fetch, credentialOf(golden, of), file)
    return undefined
  }
  if (!attachment) throw new TypeError('A download is of an attachment.')
  return adapter.requestDownload({ ...common, attachment, disposition: 'attachment', filename: attachment.name })
}

/** What another exchange ended in, with the endpoint in it. */
function credentialOf({ exchanges }: Golden, name: string | undefined): Credential {
  const outcome = exchanges.find((exchange) => exchange.name === name)?.outcome
  return JSON.parse(JSON.stringify(outcome).replaceAll('{{endpoint}}', endpoint)) as Credential
}

function failureOf(thrown: unknown): unknown {
  if (!(thrown instanceof UploadError)) throw thrown
  const { code, stage, retryable, storageCode, requestId } = thrown
  return { error: { code, stage, retryable, storageCode, requestId } }
}

/** As JSON has it, with the endpoint left open. */
function plain(outcome: unknown): unknown {
  if (outcome === undefined) return undefined
  return JSON.parse(JSON.stringify(outcome).replaceAll(endpoint, '{{endpoint}}')) as unknown
}

/** A request as the golden files write it. */
async function described(request: Request, content: string): Promise<GoldenRequest> {
  const { method, url } = request
  const type = request.headers.get('content-type') ?? ''
  const headers = Object.fromEntries([...request.headers].filter(([, value]) => !value.startsWith('multipart/')))
  const where = url.startsWith(`${endpoint}/`) ? { path: url.slice(endpoint.length + 1) } : { url }
  return { method, ...where, headers, ...(await bodyOf(request, type, content)) }
}

type GoldenBody = Pick<GoldenRequest, 'body' | 'form' | 'parts' | 'bytes'>

async function bodyOf(request: Request, type: string, content: string): Promise<GoldenBody> {
  if (type.startsWith('multipart/')) return { parts: await partsOf(await request.formData(), content) }
  const text = await request.text()
  if (text === '') return {}
  if (type === 'application/json') return { body: JSON.parse(text) as unknown }
  return type === 'application/x-www-form-urlencoded'
    ? { form: Object.fromEntries(new URLSearchParams(text)) }
    : { bytes: text === content }
}

async function partsOf(form: FormData, content: string): Promise<Part[]> {
  return Promise.all(
    [...form].map(async ([name, value]) => {
      if (typeof value === 'string') return { name, value }
      return { name, filename: value.name, type: value.type, bytes: (await value.text()) === content }
    }),
  )
}
