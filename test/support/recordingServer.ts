import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RecordedRequest, RecordingPlan } from './recordingPlan.ts'

/** Starts a server on a free port of this machine that records requests byte for byte and answers by the plan in the address. */
export async function startRecordingServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const recorded = new Map<string, RecordedRequest[]>()
  const server = createServer((request, response) => {
    void answer(request, response, recorded).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${port}`, stop }
}

async function answer(request: IncomingMessage, response: ServerResponse, recorded: Map<string, RecordedRequest[]>) {
  const [, id = '', encodedPlan = ''] = (request.url ?? '').split('?')[0]!.split('/')
  if (id === 'recorded') return sendJson(request, response, recorded.get(encodedPlan) ?? [])
  if (!encodedPlan) return void response.writeHead(403).end()
  const plan = JSON.parse(decodeURIComponent(encodedPlan)) as RecordingPlan
  if (request.method === 'OPTIONS') return answerPreflight(request, response, plan)
  if (plan.reset === 'early') return void request.socket.destroy()
  const body = await readAll(request)
  recorded.set(id, [...(recorded.get(id) ?? []), record(request, body)])
  if (plan.reset === 'after-body') return void request.socket.destroy()
  if (plan.hangs) return
  carryOut(plan, request, response)
}

function carryOut(plan: RecordingPlan, request: IncomingMessage, response: ServerResponse) {
  for (const [name, value] of Object.entries(corsHeaders(request, plan))) response.setHeader(name, value)
  for (const [name, value] of Object.entries(plan.headers ?? {})) response.setHeader(name, value)
  if (plan.redirectTo) return void response.writeHead(plan.status ?? 303, { location: plan.redirectTo }).end()
  if (plan.objectBytes !== undefined && request.method === 'GET') return serveObject(plan, request, response)
  response.writeHead(plan.status ?? 200).end(plan.body ?? '')
}

function answerPreflight(request: IncomingMessage, response: ServerResponse, plan: RecordingPlan) {
  // On a kept connection Chromium would silently send a cut request once more.
  response.setHeader('connection', 'close')
  if (plan.cors === 'preflight-refused') return void response.writeHead(403).end()
  response.writeHead(200, {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'access-control-allow-methods': request.headers['access-control-request-method'] ?? '',
    'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
  })
  response.end()
}

function corsHeaders(request: IncomingMessage, { cors, expose }: RecordingPlan): Record<string, string> {
  if (cors === 'hidden-answer' || cors === 'preflight-refused') return {}
  return {
    'access-control-allow-origin': request.headers.origin ?? '*',
    ...(expose ? { 'access-control-expose-headers': expose.join(', ') } : {}),
  }
}

/** Like OSS: a valid single range gives 206, no range or an ignored one the whole object with 200. */
function serveObject(plan: RecordingPlan, request: IncomingMessage, response: ServerResponse) {
  const total = plan.objectBytes ?? 0
  const content = Buffer.from(Array.from({ length: total }, (_, index) => index % 251))
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '')
  const start = range && !plan.ignoresRange ? Number(range[1]) : 0
  if (start > 0 && start >= total) return void response.writeHead(416, { 'content-range': `bytes */${total}` }).end()
  const end = range?.[2] && !plan.ignoresRange ? Math.min(Number(range[2]) + 1, total) : total
  const isPart = range !== null && !plan.ignoresRange
  response.writeHead(plan.status ?? (isPart ? 206 : 200), {
    'content-length': String(end - start),
    ...(isPart ? { 'content-range': `bytes ${start}-${end - 1}/${total}` } : {}),
  })
  if (plan.cutsAfterBytes === undefined || range) return void response.end(content.subarray(start, end))
  response.write(content.subarray(0, plan.cutsAfterBytes), () => setImmediate(() => request.socket.destroySoon()))
}

function record(request: IncomingMessage, body: Buffer): RecordedRequest {
  const headers: [string, string][] = []
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    headers.push([request.rawHeaders[at]!, request.rawHeaders[at + 1]!])
  }
  return { method: request.method ?? '', url: request.url ?? '', headers, bodyBase64: body.toString('base64') }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function sendJson(request: IncomingMessage, response: ServerResponse, value: unknown) {
  response.writeHead(200, {
    'access-control-allow-origin': request.headers.origin ?? '*',
    'content-type': 'application/json',
  })
  response.end(JSON.stringify(value))
}
