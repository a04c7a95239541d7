import type { IncomingMessage, ServerResponse } from 'node:http'
import { resetLedger, type Ledger, type ServerBehaviour, type ServerStats } from './ledger.ts'
import { keyOf } from './store.ts'

interface AskedFile {
  name: string
  size: number
  type: string
}

type Operation = (body: Record<string, unknown>) => unknown

/** The signers that the subjects' own ways of asking want, the operations of the kit's, and the bench's controls. */
export async function answerApi(
  ledger: Ledger,
  storeUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const operation = operationsOf(ledger, storeUrl)[(request.url ?? '').split('?')[0]!]
  if (!operation) return void response.writeHead(404).end()
  const body = await readJson(request)
  const answer = operation(body)
  if (isSigning(request.url ?? '')) await delay(ledger.behaviour.signDelayMs)
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
}

function operationsOf(ledger: Ledger, storeUrl: string): Record<string, Operation> {
  const countSigned = (uploads: number) => {
    ledger.stats.signCalls += 1
    ledger.stats.signedUploads += uploads
  }
  const sign = ({ name }: AskedFile) => signedPut(storeUrl, name)
  return {
    '/api/sign': (body) => {
      countSigned(1)
      return sign(askedFile(body))
    },
    '/api/batch': ({ files }) => {
      const asked = files as AskedFile[]
      countSigned(asked.length)
      return { uploads: asked.map(sign) }
    },
    '/api/form-sign/sign': (body) => {
      countSigned(1)
      const key = keyOf(askedFile(body).name)
      return { url: `${storeUrl}/bucket`, fields: { key }, key, expiresIn: 900 }
    },
    '/api/upload': ({ files }) => {
      const asked = files as AskedFile[]
      countSigned(asked.length)
      return { metadata: {}, files: asked.map((file) => betterUploadReply(storeUrl, file)) }
    },
    '/api/discard': ({ handle }) => {
      ledger.objects.delete(String(handle))
      return {}
    },
    '/api/verify': ({ handle, size }) => ({ stored: ledger.objects.get(String(handle))?.bytes === size }),
    '/control/reset': (body) => {
      resetLedger(ledger, body as Partial<ServerBehaviour>)
      return {}
    },
    '/control/stats': (): ServerStats => ({ ...ledger.stats, objects: Object.fromEntries(ledger.objects) }),
  }
}

function isSigning(url: string): boolean {
  return /^\/api\/(form-sign\/)?(sign|batch|upload)$/.test(url)
}

function signedPut(storeUrl: string, name: string) {
  const key = keyOf(name)
  return { method: 'PUT', url: urlOf(storeUrl, key), headers: {}, key, expiresIn: 900 }
}

/** What `@better-upload/server` answers. */
function betterUploadReply(storeUrl: string, { name, size, type }: AskedFile) {
  const key = keyOf(name)
  return { signedUrl: urlOf(storeUrl, key), headers: {}, file: { name, size, type, objectInfo: { key, metadata: {} } } }
}

/** As long as a signed URL is. */
function urlOf(storeUrl: string, key: string): string {
  return `${storeUrl}/${encodeURIComponent(key)}?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=${'0'.repeat(64)}`
}

function askedFile(body: Record<string, unknown>): AskedFile {
  return { name: String(body['name']), size: Number(body['size']), type: String(body['type']) }
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
}

function delay(ms: number): Promise<void> | undefined {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined
}
