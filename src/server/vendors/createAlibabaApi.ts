import { signAcs3 } from '../../signing/aliyun/acs3.ts'
import { canonicalQuery } from '../../signing/canonicalQuery.ts'
import { alibabaRefusals } from './alibabaRefusals.ts'
import { askVendor, type VendorReach, type VendorReply } from './callVendor.ts'
import { refusalOf } from './refusals.ts'
import { alibabaVariables, findVendorKey, type KeyOptions } from './vendorKey.ts'

export interface AlibabaApiOptions extends VendorReach, KeyOptions {
  /** Of the product, e.g. `https://workorder.aliyuncs.com`. */
  endpoint: string
  /** Of the product's API, e.g. `2021-06-10`. */
  version: string
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
}

/** Named values; those that are undefined are left out. */
export type AlibabaValues = Readonly<Record<string, string | undefined>>

export interface AlibabaCall {
  query?: AlibabaValues | undefined
  /** Sent as `application/x-www-form-urlencoded`. */
  form?: AlibabaValues | undefined
  /** Instead of the API's own. */
  version?: string | undefined
  signal?: AbortSignal | undefined
}

/** Calls one operation. Rejects with `VendorFailure` for what is not a success, also where HTTP says 200 to it. */
export type AlibabaApi = (operation: string, call?: AlibabaCall) => Promise<VendorReply>

const vendor = 'Alibaba Cloud'

/**
 * An RPC-style API of Alibaba Cloud, signed with ACS3-HMAC-SHA256 on Web Crypto: no SDK. For the operations that a ticket form
 * needs besides the handlers, such as `ReplyTicket`, whose `FileNameList` takes handles.
 * @example
 * const tickets = createAlibabaApi({ endpoint: 'https://workorder.aliyuncs.com', version: '2021-06-10' })
 * await tickets('ReplyTicket', { query: { FileNameList: handles.join(',') }, form: { TicketId, Content, Encrypt: 'false' } })
 */
export function createAlibabaApi(options: AlibabaApiOptions): AlibabaApi {
  const { now = Date.now } = options
  const endpoint = options.endpoint.replace(/\/+$/, '')

  return async (operation, { query = {}, form, version = options.version, signal } = {}) => {
    const accessKey = await findVendorKey(options, alibabaVariables, { vendor, operation })
    const url = `${endpoint}/${search(query)}`
    const body = form && canonicalQuery(pairsOf(form))
    const contentType: Record<string, string> = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
    const call = { method: 'POST' as const, url, version, action: operation, body }
    const headers = await signAcs3({ ...call, headers: { accept: 'application/json', ...contentType } }, accessKey, {
      signedAt: now(),
    })
    const reply = await askVendor({ vendor, operation, url, method: 'POST', headers, body, signal }, options)
    if (isSuccess(reply)) return reply
    const { status, json } = reply
    throw refusalOf({
      vendor,
      operation,
      status,
      code: json['Code'],
      requestId: json['RequestId'],
      refusals: alibabaRefusals,
    })
  }
}

/** Sorted and encoded as they are signed: a plus for a space would not be what was signed. */
function search(query: AlibabaValues): string {
  const text = canonicalQuery(pairsOf(query))
  return text && `?${text}`
}

function pairsOf(values: AlibabaValues): [name: string, value: string][] {
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
}

const successCodes: readonly unknown[] = [0, '0', 200, '200', 'OK']

/** `Success` and `Code` are left out by older versions; a success is `0` to one product and `"200"` to another. */
function isSuccess({ status, json }: VendorReply): boolean {
  const { Success: success, Code: code } = json
  const isGoodCode = code === undefined || successCodes.includes(code)
  return status >= 200 && status < 300 && success !== false && isGoodCode
}

/** A refusal as both products write it. */
export function describeAlibaba(refusal: { code: string; message: string; requestId?: string | undefined }): object {
  return { Success: false, Code: refusal.code, Message: refusal.message, RequestId: refusal.requestId }
}
