import { signSdkHmac } from '../../signing/huawei/sdkHmac.ts'
import { readReply, sendToVendor, type VendorReply } from './callVendor.ts'
import { createVendorHandler, passOn, type VendorHandlerOptions } from './createVendorHandler.ts'
import { huaweiRefusals } from './huaweiRefusals.ts'
import { limitBody } from './limitBody.ts'
import { refusalOf } from './refusals.ts'
import { VendorFailure } from './vendorFailure.ts'
import { findVendorKey, huaweiVariables, type KeyOptions } from './vendorKey.ts'

/** What a page asks of Cloud Operations Center. */
export type CocCall = { operation: 'CreateAttachment' } | { operation: 'DownloadAttachment'; docId: string }

export interface HuaweiCocHandlerOptions extends Omit<VendorHandlerOptions<CocCall>, 'timeoutMs'>, KeyOptions {
  /**
   * Of the region.
   * @default 'https://coc.myhuaweicloud.com' (cn-north-4); 'https://coc-intl.myhuaweicloud.com' is ap-southeast-3
   */
  endpoint?: string | undefined
  /** Bytes of an upload, its form included. @default 10 MiB of file, as the vendor takes, and 16 KiB of form */
  maxBytes?: number | undefined
}

const vendor = 'Huawei Cloud COC'
const path = /\/v1\/incident\/attachments(?:\/([^/]+))?$/

/**
 * The other side of the adapter `huawei-coc`: signs with SDK-HMAC-SHA256 on Web Crypto and passes the bytes through as they
 * come, in either direction, holding none of them. Mount it under any path that ends as the vendor's do:
 * `POST .../v1/incident/attachments`, `GET .../v1/incident/attachments/{doc_id}`. The key is read from `HUAWEICLOUD_SDK_AK` and
 * `HUAWEICLOUD_SDK_SK`, with `HUAWEICLOUD_SDK_SECURITY_TOKEN` of a temporary one.
 * @see https://support.huaweicloud.com/intl/en-us/api-coc/DownloadAttachment.html
 *
 * @example
 * const coc = createHuaweiCocHandler({ authorize: (request, call) => mayAsk(request, call) })
 * export { coc as GET, coc as POST }
 */
export function createHuaweiCocHandler(options: HuaweiCocHandlerOptions): (request: Request) => Promise<Response> {
  const { now = Date.now, fetch, maxBytes = 10 * 1024 ** 2 + 16 * 1024 } = options
  const endpoint = (options.endpoint ?? 'https://coc.myhuaweicloud.com').replace(/\/+$/, '')

  async function signed(call: CocCall, method: 'GET' | 'POST') {
    const { operation } = call
    const accessKey = await findVendorKey(options, huaweiVariables, { vendor, operation })
    const name = call.operation === 'DownloadAttachment' ? `/${encodeURIComponent(call.docId)}` : ''
    const url = `${endpoint}/v1/incident/attachments${name}`
    const headers = await signSdkHmac({ method, url }, accessKey, { signedAt: now() })
    return { vendor, operation, method, url, headers }
  }

  /** Content-Type and -Length are not signed: the vendor's own SDK leaves them out for a form. */
  async function create(call: CocCall, request: Request): Promise<Response> {
    const [type, length] = ['content-type', 'content-length'].map((name) => request.headers.get(name))
    if (!request.body || !type) throw new TypeError('An upload has a body and a Content-Type.')
    if (Number(length ?? 0) > maxBytes) throw tooLarge(call)
    const { stream, isOver } = limitBody(request.body, maxBytes)
    const asked = await signed(call, 'POST')
    const headers = { ...asked.headers, 'Content-Type': type, ...(length ? { 'Content-Length': length } : {}) }
    const response = await sendToVendor({ ...asked, headers, body: stream, signal: request.signal }, fetch).catch(
      (error: unknown) => {
        throw isOver() ? tooLarge(call) : error
      },
    )
    const { json, status, date } = requireSuccess(await readReply(response, asked), asked.operation)
    return passOn(json, status, date)
  }

  /** A success is a stream; JSON is a failure, whatever the status says. */
  async function download(call: CocCall, { signal }: Request): Promise<Response> {
    const asked = await signed(call, 'GET')
    const response = await sendToVendor({ ...asked, signal }, fetch)
    const isStream = response.ok && !/\bjson\b/i.test(response.headers.get('content-type') ?? '')
    if (!isStream) throw refused(await readReply(response, asked), asked.operation)
    return new Response(response.body, { headers: downloadHeaders(response.headers) })
  }

  return createVendorHandler<CocCall, true>(
    {
      read: readCocCall,
      describe: ({ code, message, requestId }) => {
        return { error_code: code, error_msg: message, provider_code: '049', data: null, request_id: requestId }
      },
      answer: (call, _who, request) =>
        call.operation === 'CreateAttachment' ? create(call, request) : download(call, request),
    },
    options,
  )
}

function readCocCall({ body, headers, method, url }: Request): CocCall | 'invalid' | undefined {
  const match = path.exec(new URL(url).pathname)
  const docId = decode(match?.[1])
  if (match && method === 'GET' && docId) return { operation: 'DownloadAttachment', docId }
  if (!match || method !== 'POST' || match[1] !== undefined) return undefined
  const isForm = /^multipart\/form-data\s*;/i.test(headers.get('content-type') ?? '')
  return isForm && body ? { operation: 'CreateAttachment' } : 'invalid'
}

/** Dots alone would name another folder. */
function decode(segment: string | undefined): string | undefined {
  try {
    const text = decodeURIComponent(segment ?? '')
    return /^\.*$/.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

function requireSuccess(reply: VendorReply, operation: string): VendorReply {
  const { status, json } = reply
  const code = json['error_code'] ?? json['code']
  const isGoodCode = code === undefined || code === 0 || (typeof code === 'string' && /^(GOM\.)?0+$/.test(code))
  if (status >= 200 && status < 300 && isGoodCode) return reply
  throw refused(reply, operation)
}

function refused({ status, json }: VendorReply, operation: string): VendorFailure {
  const code = json['error_code'] ?? json['code']
  const requestId = json['request_id']
  return refusalOf({
    vendor,
    operation,
    status: status < 300 ? 400 : status,
    code,
    requestId,
    refusals: huaweiRefusals,
  })
}

function tooLarge({ operation }: CocCall): VendorFailure {
  const sentence = 'The file is larger than COC takes.'
  return new VendorFailure({ vendor, operation, code: 'file-too-large', status: 413, sentence })
}

/** The bytes come from your own origin here, so no browser may take them for a page of it. */
function downloadHeaders(vendors: Headers): Headers {
  const headers = new Headers({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  })
  const disposition = vendors.get('content-disposition')
  if (disposition && /^attachment\b/i.test(disposition)) headers.set('content-disposition', disposition)
  // A length is that of the bytes as they were sent: a compressed answer is handed over unpacked.
  const length = vendors.get('content-encoding') === null ? vendors.get('content-length') : null
  if (length !== null) headers.set('content-length', length)
  const date = vendors.get('date')
  if (date !== null) headers.set('date', date)
  return headers
}
