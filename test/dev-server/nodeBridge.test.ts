import { once } from 'node:events'
import { createServer, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createNodeListener } from '../../src/dev-server/nodeBridge.ts'
import type { NodeListenerOptions, WebHandler } from '../../src/dev-server/nodeBridge.ts'
import { ConnectionReset } from '../../src/simulator/connectionReset.ts'
import { createDeferred } from './createDeferred.ts'

async function serve(handler: WebHandler, options?: NodeListenerOptions): Promise<string> {
  const server = createServer(createNodeListener(handler, options))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Starts a request with a body of our own pace. */
function startPut(url: string, headers: Record<string, string | number> = {}) {
  const request = httpRequest(url, { method: 'PUT', headers })
  request.on('error', () => undefined)
  return request
}

test('hands method, address, headers and body to the handler', async () => {
  const url = await serve(async (request) =>
    Response.json({
      method: request.method,
      url: request.url,
      type: request.headers.get('content-type'),
      body: await request.text(),
    }),
  )
  const answer = await fetch(`${url}/a%20b?x=1`, { method: 'PUT', body: 'bytes', headers: { 'content-type': 'x/y' } })
  expect(await answer.json()).toEqual({ method: 'PUT', url: `${url}/a%20b?x=1`, type: 'x/y', body: 'bytes' })
})

test('gives the first bytes to the handler before the last are sent', async () => {
  const first = createDeferred<string>()
  const url = await serve(async (request) => {
    const reader = (request.body ?? new Blob().stream()).getReader()
    first.resolve(new TextDecoder().decode((await reader.read()).value))
    while (!(await reader.read()).done);
    return new Response('all read')
  })
  const put = startPut(url)
  put.write('first')
  expect(await first.promise).toBe('first')
  put.end('last')
  const [answer] = await once(put, 'response')
  expect(answer.statusCode).toBe(200)
})

test('holds the client back while the handler does not read', async () => {
  const gate = createDeferred<void>()
  const started = createDeferred<void>()
  const url = await serve(async (request) => {
    started.resolve()
    await gate.promise
    return new Response(String((await request.arrayBuffer()).byteLength))
  })
  const put = startPut(url)
  const chunk = Buffer.alloc(1024 * 1024)
  let sent = 0
  while (put.write(chunk) || sent < 4) sent += 1
  await started.promise
  const answered = once(put, 'response')
  // 64 MiB fit in no buffer of sockets and bridge: some must still wait in the client.
  for (let count = 0; count < 64; count += 1) put.write(chunk)
  put.end()
  await new Promise((resolve) => setImmediate(resolve))
  expect(put.writableLength).toBeGreaterThan(16 * 1024 * 1024)
  gate.resolve()
  const [answer] = await answered
  expect(await new Response(answer).text()).toBe(String((sent + 65) * chunk.length))
})

test('errors the body of a client that leaves half-way', async () => {
  const outcome = createDeferred<unknown>()
  const url = await serve(async (request) => {
    await request.arrayBuffer().then(outcome.resolve, outcome.resolve)
    return new Response()
  })
  const put = startPut(url, { 'content-length': 1000 })
  put.write('x'.repeat(400), () => put.destroy())
  expect(await outcome.promise).toMatchObject({ name: 'BodyCutOff' })
})

test('aborts the signal of a client that leaves', async () => {
  const aborted = createDeferred<string>()
  const arrived = createDeferred<void>()
  const url = await serve(async (request) => {
    request.signal.addEventListener('abort', () => aborted.resolve('aborted'))
    arrived.resolve()
    await aborted.promise
    return new Response()
  })
  const put = startPut(url)
  put.end()
  await arrived.promise
  put.destroy()
  expect(await aborted.promise).toBe('aborted')
})

test('notices that a client left although nobody reads its body', async () => {
  const gone = createDeferred<string>()
  const stuck = createDeferred<void>()
  const url = await serve(async (request) => {
    request.signal.addEventListener('abort', () => gone.resolve('aborted'))
    stuck.resolve()
    await gone.promise
    return new Response()
  })
  const put = startPut(url)
  // More than the body's buffer and the connection's hold, so that the server stops reading.
  while (put.write(Buffer.alloc(1024 * 1024)) || put.writableLength < 16 * 1024 * 1024);
  await stuck.promise
  put.destroy()
  expect(await gone.promise).toBe('aborted')
})

test('cancels the answer of a client that leaves', async () => {
  const cancelled = createDeferred<string>()
  const url = await serve(
    async () =>
      new Response(
        new ReadableStream({
          pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
          cancel: () => cancelled.resolve('cancelled'),
        }),
      ),
  )
  const leave = new AbortController()
  const answer = await fetch(url, { signal: leave.signal })
  expect(answer.status).toBe(200)
  leave.abort()
  expect(await cancelled.promise).toBe('cancelled')
})

test('answers early and lets the rest of the body run off', async () => {
  const url = await serve(async () => new Response('too large', { status: 413 }))
  const put = startPut(url)
  for (let count = 0; count < 32; count += 1) put.write(Buffer.alloc(1024 * 1024))
  put.end()
  const [answer] = await once(put, 'response')
  expect(answer.statusCode).toBe(413)
  expect(await new Response(answer).text()).toBe('too large')
})

test('cuts the connection under an unread body when told to', async () => {
  const url = await serve(async () => new Response('too large', { status: 413 }), { unreadBody: 'cut' })
  const put = httpRequest(url, { method: 'PUT', headers: { 'content-length': 64 * 1024 * 1024 } })
  const closed = once(put, 'close')
  put.on('error', () => undefined)
  put.write(Buffer.alloc(1024 * 1024))
  await closed
  expect(put.writableFinished).toBe(false)
})

test('resets the connection when the handler says so', async () => {
  const url = await serve(async () => {
    throw new ConnectionReset()
  })
  const put = httpRequest(url, { method: 'PUT' })
  put.end('x')
  const [error] = await once(put, 'error')
  expect(error).toMatchObject({ code: 'ECONNRESET' })
})

test('breaks off an answer whose stream breaks', async () => {
  const url = await serve(
    async () =>
      new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(new Uint8Array(10)),
          pull: (controller) => controller.error(new ConnectionReset()),
        }),
        { headers: { 'content-length': '100' } },
      ),
  )
  const answer = await fetch(url)
  await expect(answer.arrayBuffer()).rejects.toThrow('terminated')
})

test('answers 500 in plain words and reports the error', async () => {
  const reported: unknown[] = []
  const broken = new Error('secret detail')
  const url = await serve(
    async () => {
      throw broken
    },
    { onError: (error) => reported.push(error) },
  )
  const answer = await fetch(url)
  expect(answer.status).toBe(500)
  expect(await answer.text()).toBe('The development server failed on this request.\n')
  expect(reported).toEqual([broken])
})

test('answers 400 to a host that fits in no address', async () => {
  const url = await serve(async () => new Response('reached'))
  const get = httpRequest(url, { headers: { host: 'a b' } }).end()
  const [answer] = await once(get, 'response')
  expect(answer.statusCode).toBe(400)
})

test('sends no body for HEAD and keeps cookies apart', async () => {
  const url = await serve(async () => {
    const headers = new Headers({ 'content-length': '4' })
    headers.append('set-cookie', 'a=1')
    headers.append('set-cookie', 'b=2')
    return new Response('body', { headers })
  })
  const answer = await fetch(url, { method: 'HEAD' })
  expect([answer.headers.get('content-length'), await answer.text()]).toEqual(['4', ''])
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
})
