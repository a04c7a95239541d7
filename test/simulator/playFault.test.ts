import { describe, expect, test } from 'vitest'
import type { ByteStream } from '../../src/simulator/bodyStream.ts'
import { ConnectionReset } from '../../src/simulator/connectionReset.ts'
import type { Fault } from '../../src/simulator/faults.ts'
import { playFault } from '../../src/simulator/playFault.ts'
import { defaultSwitches, type Switches } from '../../src/simulator/switches.ts'

const chunkSize = 10

/** A request whose body is 100 bytes in ten chunks, and a log of what became of it. */
function createExchange(answer: (text: string) => Response = () => new Response('stored')) {
  const log = { chunksRead: 0, handledText: undefined as string | undefined, waitedMs: [] as number[] }
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        if (log.chunksRead === 10) return controller.close()
        log.chunksRead += 1
        controller.enqueue(new Uint8Array(chunkSize).fill(64 + log.chunksRead))
      },
    },
    { highWaterMark: 0 },
  )
  const abort = new AbortController()
  const init = { method: 'PUT', body, duplex: 'half', headers: { 'content-length': '100' }, signal: abort.signal }
  const request = new Request('http://store.test/key', init)
  async function handle(stream: ByteStream | null) {
    log.handledText = await new Response(stream).text()
    return answer(log.handledText)
  }
  async function play(fault?: Fault, switches: Partial<Switches> = {}, handleWith = handle) {
    return playFault({
      request,
      switches: { ...defaultSwitches, ...switches },
      fault,
      handle: handleWith,
      describeError: ({ code }) => ({ contentType: 'application/xml', text: `<Error><Code>${code}</Code></Error>` }),
      wait: async (ms) => void log.waitedMs.push(ms),
    })
  }
  return { log, play, abort }
}

const download = (text = 'A'.repeat(100)) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < text.length; at += chunkSize) {
          controller.enqueue(new TextEncoder().encode(text.slice(at, at + chunkSize)))
        }
        controller.close()
      },
    }),
    { headers: { 'content-length': String(text.length), etag: '"x"' } },
  )

test('without a fault the request is carried out as it came', async () => {
  const { log, play } = createExchange()
  const response = await play()
  expect(await response.text()).toBe('stored')
  expect(log).toMatchObject({ chunksRead: 10, waitedMs: [] })
  expect(log.handledText).toHaveLength(100)
})

describe('answers', () => {
  test('replace the request, which is drained but not carried out', async () => {
    const { log, play } = createExchange()
    const response = await play({
      type: 'answer',
      status: 503,
      code: 'ServiceUnavailable',
      headers: { 'Retry-After': '2' },
    })
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('2')
    expect(await response.text()).toBe('<Error><Code>ServiceUnavailable</Code></Error>')
    expect(log).toMatchObject({ chunksRead: 10, handledText: undefined })
  })

  test('come before the body is read without draining', async () => {
    const { log, play } = createExchange()
    const response = await play({ type: 'answer', status: 403 }, { drainBeforeError: false })
    expect(response.status).toBe(403)
    expect(log.chunksRead).toBe(0)
  })

  test('follow the request that was carried out', async () => {
    const { log, play } = createExchange()
    const response = await play({ type: 'answer', status: 203, code: 'CallbackFailed', at: 'handled' })
    expect(response.status).toBe(203)
    expect(log.handledText).toHaveLength(100)
  })

  test.each<[Extract<Fault, { type: 'answer' }>['body'], string, string | null]>([
    ['malformed', '<Error><Code>Internal', 'application/xml'],
    ['html', '<!doctype html><title>502 Bad Gateway</title>', 'text/html'],
    ['empty', '', null],
    [{ contentType: 'text/x', text: 'own' }, 'own', 'text/x'],
  ])('can be %o', async (body, text, contentType) => {
    const { play } = createExchange()
    const response = await play({ type: 'answer', status: 500, body })
    expect(response.headers.get('content-type')).toBe(contentType)
    expect(await response.text()).toBe(text)
  })

  test('have no body where HTTP allows none', async () => {
    const { play } = createExchange()
    expect((await play({ type: 'answer', status: 204 })).body).toBeNull()
  })

  test('can send the client elsewhere', async () => {
    const { play } = createExchange()
    const response = await play({ type: 'answer', status: 307, headers: { Location: 'http://other.test/' } })
    expect([response.status, response.headers.get('location')]).toEqual([307, 'http://other.test/'])
  })
})

describe('resets', () => {
  test.each<[string, Fault, { chunksRead: number; handled: boolean }]>([
    ['at the start', { type: 'reset', at: 'start' }, { chunksRead: 0, handled: false }],
    ['half-way', { type: 'reset', at: { received: 0.5 } }, { chunksRead: 5, handled: false }],
    ['at the last byte', { type: 'reset', at: { received: 1 } }, { chunksRead: 10, handled: false }],
    ['once stored', { type: 'reset', at: 'handled' }, { chunksRead: 10, handled: true }],
  ])('cut the connection %s', async (_when, fault, { chunksRead, handled }) => {
    const { log, play } = createExchange()
    await expect(play(fault)).rejects.toBeInstanceOf(ConnectionReset)
    expect(log.chunksRead).toBe(chunksRead)
    expect(log.handledText !== undefined).toBe(handled)
  })

  test('break a download after half of it', async () => {
    const { play } = createExchange(() => download())
    const response = await play({ type: 'reset', at: { sent: 0.5 } })
    expect(response.headers.get('content-length')).toBe('100')
    const reader = response.body!.getReader()
    for (let at = 0; at < 4; at++) expect((await reader.read()).done).toBe(false)
    await expect(reader.read()).rejects.toBeInstanceOf(ConnectionReset)
  })
})

describe('stalls', () => {
  test.each<Fault>([
    { type: 'stall', at: 'start' },
    { type: 'stall', at: { received: 0.5 } },
    { type: 'stall', at: 'handled' },
  ])('end only when the client gives up: %o', async (fault) => {
    const { play, abort } = createExchange()
    let settled = false
    const played = play(fault).finally(() => (settled = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(settled).toBe(false)
    abort.abort()
    await expect(played).rejects.toThrow(/aborted|gave up/)
  })
})

describe('bodies', () => {
  test('are truncated without a length to notice it by', async () => {
    const { play } = createExchange(() => download())
    const response = await play({ type: 'truncate', at: 0.55 })
    expect(response.headers.get('content-length')).toBeNull()
    expect(await response.text()).toHaveLength(55)
  })

  test('are corrupted on their way in', async () => {
    const { log, play } = createExchange()
    await play({ type: 'corrupt', at: { received: 0.5 } })
    const differing = Array.from(log.handledText!).filter(
      (character, at) => character.charCodeAt(0) !== 65 + Math.floor(at / 10),
    )
    expect(log.handledText).toHaveLength(100)
    expect(differing).toHaveLength(1)
  })

  test('are corrupted on their way out', async () => {
    const { play } = createExchange(() => download())
    expect(await (await play({ type: 'corrupt', at: { sent: 0 } })).text()).toBe(`${'A'.repeat(9)}@${'A'.repeat(90)}`)
  })

  test('keep to the bandwidth', async () => {
    const { log, play } = createExchange(() => download())
    const response = await play(undefined, { uploadBytesPerSecond: 100, downloadBytesPerSecond: 1000, latencyMs: 7 })
    await response.text()
    expect(log.waitedMs).toEqual([7, ...Array(10).fill(100), ...Array(10).fill(10)])
  })

  test('crawl by script, delays come on top of latency', async () => {
    const slow = createExchange()
    await slow.play({ type: 'slow', bytesPerSecond: 10 })
    expect(slow.log.waitedMs.slice(0, 10)).toEqual(Array(10).fill(1000))
    const late = createExchange()
    await late.play({ type: 'delay', ms: 30 }, { latencyMs: 12 })
    expect(late.log.waitedMs).toEqual([42])
  })
})

test('an error that came early is answered once the body is drained', async () => {
  const { log, play } = createExchange()
  const refuse = async () => new Response('no', { status: 403 })
  expect((await play(undefined, {}, refuse)).status).toBe(403)
  expect(log.chunksRead).toBe(10)
})

test('a reader that gave up does not keep the rest from draining', async () => {
  const { log, play } = createExchange()
  const giveUp = async (body: ByteStream | null) => {
    const reader = body!.getReader()
    await reader.read()
    await reader.cancel()
    return new Response('too large', { status: 400 })
  }
  expect((await play(undefined, {}, giveUp)).status).toBe(400)
  expect(log.chunksRead).toBe(10)
})
