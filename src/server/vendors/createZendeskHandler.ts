import { toBase64, utf8 } from '../../signing/encoding.ts'
import { askVendor, readReply, sendToVendor, type VendorCall, type VendorReply } from './callVendor.ts'
import { createVendorHandler, passOn, type VendorHandlerOptions } from './createVendorHandler.ts'
import { ownEnvironment } from './environment.ts'
import { isRecord } from './isRecord.ts'
import { limitBody } from './limitBody.ts'
import { refusalOf } from './refusals.ts'
import { VendorFailure } from './vendorFailure.ts'
import { zendeskRefusals } from './zendeskRefusals.ts'

/** What a page asks of Zendesk. */
export type ZendeskCall =
  | { operation: 'CreateUpload'; filename: string }
  | { operation: 'DeleteUpload'; token: string }
  | { operation: 'ShowAttachment'; id: string }

/** An API token of an account, and the person it acts as. */
export interface ZendeskAccount {
  /** `acme` of `https://acme.zendesk.com`. */
  subdomain: string
  email: string
  apiToken: string
}

export interface ZendeskHandlerOptions extends Omit<VendorHandlerOptions<ZendeskCall>, 'now'> {
  /** @default read from the environment */
  account?: ZendeskAccount | undefined
  /** @default `https://{subdomain}.zendesk.com` */
  endpoint?: string | undefined
  /** Bytes of a file. @default 50 MB, Zendesk's own limit */
  maxBytes?: number | undefined
}

const vendor = 'Zendesk'

/**
 * The other side of the adapter `zendesk`: adds the account's API token, and passes the bytes through as they come. Mount it
 * under any path that ends as Zendesk's do: `POST .../uploads.json?filename=`, `DELETE .../uploads/{token}.json`,
 * `GET .../attachments/{id}.json`. The account is read from `ZENDESK_SUBDOMAIN`, `ZENDESK_EMAIL` and `ZENDESK_API_TOKEN`.
 * @see https://developer.zendesk.com/api-reference/ticketing/tickets/ticket-attachments/
 *
 * @example
 * const zendesk = createZendeskHandler({ authorize: (request, call) => mayAsk(request, call) })
 * export { zendesk as GET, zendesk as POST, zendesk as DELETE }
 */
export function createZendeskHandler(options: ZendeskHandlerOptions): (request: Request) => Promise<Response> {
  const { fetch, maxBytes = 50_000_000 } = options

  async function create(call: ZendeskCall, request: Request): Promise<Response> {
    const [type, length] = ['content-type', 'content-length'].map((name) => request.headers.get(name))
    if (Number(length ?? 0) > maxBytes) throw tooLarge(call)
    const { stream, isOver } = limitBody(request.body ?? new Blob().stream(), maxBytes)
    const asked = callOf(call, options)
    const headers = {
      ...asked.headers,
      'Content-Type': type ?? 'application/octet-stream',
      ...(length ? { 'Content-Length': length } : {}),
    }
    const sent = { ...asked, headers, body: stream, signal: request.signal }
    const response = await sendToVendor(sent, fetch).catch((error: unknown) => {
      throw isOver() ? tooLarge(call) : error
    })
    const { status, json, date } = requireSuccess(await readReply(response, asked), call)
    return passOn(json, status, date)
  }

  async function remove(call: ZendeskCall, { signal }: Request): Promise<Response> {
    const asked = callOf(call, options)
    const response = await sendToVendor({ ...asked, signal }, fetch)
    if (response.status === 204) return new Response(null, { status: 204 })
    const { status, json, date } = requireSuccess(await readReply(response, asked), call)
    return passOn(json, status, date)
  }

  async function show(call: ZendeskCall, { signal }: Request): Promise<Response> {
    const reply = await askVendor({ ...callOf(call, options), signal }, options)
    const { status, json, date } = requireSuccess(reply, call)
    return passOn(json, status, date)
  }

  const answers = { CreateUpload: create, DeleteUpload: remove, ShowAttachment: show }
  return createVendorHandler<ZendeskCall, true>(
    {
      read: readZendeskCall,
      describe: ({ code, message }) => ({ error: code, description: message }),
      answer: (call, _who, request) => answers[call.operation](call, request),
    },
    options,
  )
}

function readZendeskCall({ method, url }: Request): ZendeskCall | 'invalid' | undefined {
  const { pathname, searchParams } = new URL(url)
  const [, folder, name = ''] = /\/(uploads|attachments)(?:\/([\w-]+))?\.json$/.exec(pathname) ?? []
  if (method === 'GET' && folder === 'attachments' && /^\d+$/.test(name))
    return { operation: 'ShowAttachment', id: name }
  if (folder !== 'uploads') return undefined
  if (method === 'DELETE' && name !== '') return { operation: 'DeleteUpload', token: name }
  if (method !== 'POST' || name !== '') return undefined
  const filename = searchParams.get('filename')
  return filename ? { operation: 'CreateUpload', filename } : 'invalid'
}

const methods = { CreateUpload: 'POST', DeleteUpload: 'DELETE', ShowAttachment: 'GET' } as const

function callOf(call: ZendeskCall, options: ZendeskHandlerOptions): VendorCall & { headers: Record<string, string> } {
  const { operation } = call
  const { apiToken, email, subdomain } = findAccount(call, options)
  const endpoint = options.endpoint?.replace(/\/+$/, '') ?? `https://${subdomain}.zendesk.com`
  const Authorization = `Basic ${toBase64(utf8(`${email}/token:${apiToken}`))}`
  const url = `${endpoint}/api/v2/${pathOf(call)}`
  return { vendor, operation, url, method: methods[operation], headers: { accept: 'application/json', Authorization } }
}

function pathOf(call: ZendeskCall): string {
  if (call.operation === 'CreateUpload') return `uploads.json?filename=${encodeURIComponent(call.filename)}`
  return call.operation === 'DeleteUpload' ? `uploads/${call.token}.json` : `attachments/${call.id}.json`
}

/** Read at every call, as keys are. */
function findAccount({ operation }: ZendeskCall, options: ZendeskHandlerOptions): ZendeskAccount {
  const { account, environment = ownEnvironment() } = options
  if (account) return account
  const { ZENDESK_SUBDOMAIN: subdomain, ZENDESK_EMAIL: email, ZENDESK_API_TOKEN: apiToken } = environment
  // It becomes a host name, and the token goes to that host.
  if (email && apiToken && subdomain && /^[a-z\d-]+$/i.test(subdomain)) return { subdomain, email, apiToken }
  const sentence =
    "Set ZENDESK_SUBDOMAIN, ZENDESK_EMAIL and ZENDESK_API_TOKEN in the server's environment, or give the account as an option."
  throw new VendorFailure({ vendor, operation, code: 'credentials-missing', status: 500, sentence })
}

function requireSuccess(reply: VendorReply, { operation }: ZendeskCall): VendorReply {
  const { json, status } = reply
  if (status >= 200 && status < 300) return reply
  const { error } = json
  const title = isRecord(error) ? error['title'] : error
  // Where it says no more than a sentence, the status is the code.
  const code = typeof title === 'string' && /^\w+$/.test(title) ? title : `HTTP-${status}`
  throw refusalOf({ vendor, operation, status, code, requestId: undefined, refusals: zendeskRefusals })
}

function tooLarge({ operation }: ZendeskCall): VendorFailure {
  const sentence = 'The file is larger than Zendesk takes.'
  return new VendorFailure({ vendor, operation, code: 'file-too-large', status: 413, sentence })
}
