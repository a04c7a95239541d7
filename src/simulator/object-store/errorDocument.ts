import { toBase64, utf8 } from '../../signing/encoding.ts'
import type { StoreError } from './storeError.ts'
import { formatXml } from './xml.ts'

export interface ErrorContext {
  requestId: string
  hostId: string
}

/** The XML of an error. */
export function errorXml(
  { code, message, extras = {} }: Pick<StoreError, 'code' | 'message'> & Partial<Pick<StoreError, 'extras'>>,
  { requestId, hostId }: ErrorContext,
): string {
  const recommended = extras['EC'] && { RecommendDoc: `https://api.aliyun.com/troubleshoot?q=${extras['EC']}` }
  const elements = { Code: code, Message: message, RequestId: requestId, HostId: hostId, ...extras, ...recommended }
  return formatXml('Error', elements)
}

/** The error as an answer. Where no body may be sent (HEAD), its XML goes base64 into `x-oss-err`. */
export function errorResponse(error: StoreError, method: string, context: ErrorContext): Response {
  const xml = errorXml(error, context)
  const headers = new Headers({ 'content-type': 'application/xml' })
  if (error.extras['EC']) headers.set('x-oss-ec', error.extras['EC'])
  if (method === 'HEAD') headers.set('x-oss-err', toBase64(utf8(xml)))
  return new Response(method === 'HEAD' ? null : xml, { status: error.status, headers })
}
