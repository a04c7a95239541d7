import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { drawFault, type Fault } from './faults.ts'
import type { Ledger } from './ledger.ts'

/** Takes a `PUT` of `/{key}` and a form whose first field is the key, cross-origin; counts bytes, hashes them where asked to, and keeps none. */
export function answerStore(ledger: Ledger, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
  response.setHeader('access-control-expose-headers', 'etag')
  if (request.method === 'OPTIONS') return answerPreflight(ledger, request, response)
  ledger.stats.uploads += 1
  if (request.method === 'POST')
    return void request.once('data', (chunk: Buffer) => takeForm(ledger, request, response, chunk))
  takeObject(ledger, request, response, decodeURIComponent((request.url ?? '').slice(1).split('?')[0] ?? ''))
}

function takeForm(ledger: Ledger, request: IncomingMessage, response: ServerResponse, start: Buffer): void {
  const key = /name="key"\r\n\r\n(.+)\r\n/.exec(start.toString('latin1'))?.[1] ?? ''
  ledger.stats.receivedBytes += start.length
  takeObject(ledger, request, response, key, start.length)
}

function takeObject(
  ledger: Ledger,
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
  bytesBefore = 0,
): void {
  const name = nameOfKey(key)
  const attempt = (ledger.attempts.get(name) ?? 0) + 1
  ledger.attempts.set(name, attempt)
  const { faultRate, hashes, seed } = ledger.behaviour
  const fault = faultRate > 0 ? drawFault(seed, faultRate, name, attempt) : undefined
  if (fault) ledger.stats.faults += 1
  const hash = hashes ? createHash('sha256') : undefined
  let bytes = bytesBefore
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    ledger.stats.receivedBytes += chunk.length
    hash?.update(chunk)
    throttle(ledger, request, chunk.length)
  })
  request.on('end', () => {
    if (ledger.behaviour.hangs) return
    if (fault === undefined || fault === 'lost') ledger.objects.set(key, { name, bytes, sha256: hash?.digest('hex') })
    answerUpload(fault, key, request, response)
  })
  request.on('error', () => {})
}

/** Keys are `{name}~{random}`, so that the store can tell the attempts on one file. */
export function keyOf(name: string): string {
  return `${name}~${crypto.randomUUID()}`
}

function nameOfKey(key: string): string {
  return key.slice(0, key.lastIndexOf('~'))
}

function answerPreflight(ledger: Ledger, request: IncomingMessage, response: ServerResponse): void {
  ledger.stats.preflights += 1
  response.writeHead(204, {
    'access-control-allow-methods': 'PUT, POST',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
  })
  response.end()
}

function answerUpload(fault: Fault | undefined, key: string, request: IncomingMessage, response: ServerResponse): void {
  if (fault === 'reset' || fault === 'lost') return void request.socket.destroy()
  if (fault === 'unavailable') return refuse(response, 503, 'SlowDown', 'Reduce your request rate.')
  if (fault === 'expired') return refuse(response, 403, 'AccessDenied', 'Request has expired')
  response.writeHead(200, { etag: `"${key.slice(-12)}"` }).end()
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`)
}

/** One link for all uploads: each chunk occupies it for as long as it would take to carry. */
function throttle(ledger: Ledger, request: IncomingMessage, bytes: number): void {
  const { bytesPerSecond } = ledger.behaviour
  if (bytesPerSecond <= 0) return
  const now = performance.now()
  ledger.linkFreeAt = Math.max(ledger.linkFreeAt, now) + (bytes / bytesPerSecond) * 1000
  request.pause()
  setTimeout(() => request.resume(), ledger.linkFreeAt - now)
}
