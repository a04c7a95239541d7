import { fromBase64, percentEncode } from '../../signing/encoding.ts'
import { objectHeaders } from './objectHeaders.ts'
import type { StoredObject } from './objectStorage.ts'
import type { StoreContext } from './storeContext.ts'
import { callbackFailed, invalidArgument } from './storeError.ts'

/** Who is told about an upload, and how. Source: "Upload callback". */
export interface UploadCallback {
  url: string
  bodyTemplate: string
  isJson: boolean
  /** `x:name` to value. */
  variables: Readonly<Record<string, string>>
}

/**
 * @param encoded base64 JSON, of a header, a query parameter or a form field; absent or empty: no callback
 * @throws StoreError 400 InvalidArgument when it does not parse
 */
export function readCallback(
  encoded: string | undefined,
  encodedVariables: string | undefined,
  formVariables: Readonly<Record<string, string>> = {},
): UploadCallback | undefined {
  if (!encoded) return undefined
  const parameters = parseRecord(encoded, 'callback')
  const { callbackUrl, callbackBody, callbackBodyType } = parameters
  if (!callbackUrl || !callbackBody) throw invalidArgument('The callback configuration is not json format.')
  const variables = encodedVariables ? parseRecord(encodedVariables, 'callback-var') : {}
  return {
    url: callbackUrl.split(';')[0]!,
    bodyTemplate: callbackBody,
    isJson: callbackBodyType === 'application/json',
    variables: { ...formVariables, ...variables },
  }
}

function parseRecord(encoded: string, name: string): Record<string, string> {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(fromBase64(encoded)))
    if (typeof parsed === 'object' && parsed !== null) {
      return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, String(value)]))
    }
  } catch {
    // Falls through to the one refusal below.
  }
  throw invalidArgument('The callback configuration is not json format.', { name, value: encoded })
}

/**
 * The answer to an upload that is stored: `plain`, or what the application server said.
 * @throws StoreError 203 CallbackFailed, with the object stored all the same
 */
export async function answerUpload(
  context: StoreContext,
  object: StoredObject,
  callback: UploadCallback | undefined,
  plain: Response,
): Promise<Response> {
  if (context.switches.callbackFails) throw callbackFailed('Error status : 502.')
  if (!callback) return plain
  const answer = await callApplication(context, object, callback)
  if (!answer.ok) throw callbackFailed(`Error status : ${answer.status}.`)
  const text = await answer.text()
  if (!isJson(text)) throw callbackFailed('Response body is not valid json format.')
  return new Response(text, { headers: { ...objectHeaders(object), 'content-type': 'application/json' } })
}

async function callApplication(
  { callOut }: StoreContext,
  object: StoredObject,
  callback: UploadCallback,
): Promise<Response> {
  const contentType = callback.isJson ? 'application/json' : 'application/x-www-form-urlencoded'
  const body = fillTemplate(object, callback)
  try {
    return await callOut(new Request(callback.url, { method: 'POST', body, headers: { 'content-type': contentType } }))
  } catch {
    throw callbackFailed('Error status : -1. OSS can not connect to your callbackUrl, please check it.')
  }
}

function fillTemplate(object: StoredObject, { bodyTemplate, isJson, variables }: UploadCallback): string {
  const known: Record<string, string | number> = {
    bucket: object.bucket,
    object: object.key,
    etag: object.etag,
    size: object.size,
    mimeType: object.meta.headers['content-type'] ?? '',
    ...variables,
  }
  const write = (value: string | number) => (isJson ? JSON.stringify(value) : percentEncode(String(value)))
  return bodyTemplate.replace(/\$\{([^}]+)\}/g, (_all, name: string) => write(known[name] ?? ''))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
