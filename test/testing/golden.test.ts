import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import type { Credential, Receipt } from '../../src/engine/ports.ts'
import { backendContract } from '../../src/testing/index.ts'
import golden from '../../src/testing/golden/signed-endpoint.json' with { type: 'json' }
import { createServerHarness, deskUrl, schemes } from '../server/serverHarness.ts'
import { sendCredential } from '../simulator/sendCredential.ts'

interface Exchange {
  name: string
  store?: boolean
  request: { method: string; path: string; headers: Record<string, string>; body?: unknown; text?: string }
  answer: { status: number | number[]; schema: object; example?: unknown }
  remember?: Record<string, readonly string[]>
}

const exchanges = golden.exchanges as readonly Exchange[]
const refusals = golden.refusals as readonly Exchange[]
const { content, ...meta } = golden.file
const file = new File([content], meta.name, { type: meta.type, lastModified: meta.lastModified })
const fileMeta = { name: file.name, size: file.size, contentType: file.type, lastModified: file.lastModified }
const ajv = new Ajv({ strict: false })
const signal = new AbortController().signal

/** Puts what earlier answers gave in the place of `{{...}}`. */
const filled = (text: string, known: ReadonlyMap<string, string>) =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => known.get(name) ?? '')

async function play(
  { request }: Exchange,
  server: (request: Request) => Promise<Response>,
  known: Map<string, string>,
) {
  const body = filled(request.text ?? JSON.stringify(request.body), known)
  const response = await server(new Request(`${deskUrl}/${request.path}`, { ...request, body }))
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** The first member that is there. */
function rememberedFrom(members: readonly string[], body: Record<string, unknown>): string {
  const value = members.map((member) => body[member]).find((each) => typeof each === 'string')
  return typeof value === 'string' ? value : ''
}

function complaintsOf({ answer }: Exchange, given: { status: number; body: unknown }): unknown {
  ajv.validate(answer.schema, given.body)
  return { isStatus: [answer.status].flat().includes(given.status), errors: ajv.errors ?? [] }
}

const none = { isStatus: true, errors: [] }

describe('R78 the golden requests and answers', () => {
  it('say the size of the file that they upload', () => {
    expect(file.size).toBe(golden.file.size)
  })

  it.each(exchanges.filter(({ store }) => !store))('$name has an example that fits its schema', ({ answer }) => {
    expect(complaintsOf({ answer } as Exchange, { status: Number(answer.status), body: answer.example })).toEqual(none)
  })

  it.each(schemes)('are answered as they should be by the kit’s own server, by %s', async (scheme) => {
    const { server, fetch } = createServerHarness(scheme)
    const known = new Map<string, string>()
    const told: unknown[] = []
    let signed: unknown
    for (const exchange of exchanges) {
      if (exchange.store) {
        const { status } = await sendCredential(fetch, await read(signed), file)
        told.push({ isStatus: status < 300, errors: [] })
        continue
      }
      const given = await play(exchange, server, known)
      told.push(complaintsOf(exchange, given))
      if (exchange.name.startsWith('sign')) signed = given.body
      for (const [name, from] of Object.entries(exchange.remember ?? {}))
        known.set(name, rememberedFrom(from, given.body))
    }
    expect(told).toEqual(exchanges.map(() => none))
    const left = await server(new Request(`${deskUrl}/list`, listed))
    expect(await left.json()).toEqual({ attachments: [] })
  })

  it.each(refusals)('$name is refused by the kit’s own server', async (exchange) => {
    const given = await play(exchange, createServerHarness('S3 PUT').server, new Map())
    expect(complaintsOf(exchange, given)).toEqual(none)
  })

  it('are what the adapter sends and reads', async () => {
    const asked: unknown[] = []
    const waiting = exchanges.filter(({ store, name }) => !store && name !== 'discard what is attached')
    const adapter = createSignedEndpointAdapter({
      endpoint: deskUrl,
      offers: ['commit', 'verify', 'list', 'download', 'discard', 'remove'],
      fetch: async (input, init) => {
        const { headers, body, method } = init as { headers: Record<string, string>; body: string; method: string }
        asked.push({ method, path: new Request(input).url.slice(deskUrl.length + 1), headers, body: JSON.parse(body) })
        return Response.json(waiting[asked.length - 1]?.answer.example)
      },
    })
    const { handle } = await adapter.requestUpload({ itemId: 'i', file: fileMeta, attempt: 1, signal })
    await adapter.requestUpload({ itemId: 'i', file: fileMeta, attempt: 2, previousHandle: handle, signal })
    const receipt: Receipt = { status: 200, headers: {}, body: '' }
    const commit = { itemId: 'i', file: fileMeta, handle, receipt, idempotencyKey: '0f8f2f4e', signal }
    const attachment = await adapter.commitUpload(commit)
    expect(await adapter.commitUpload(commit)).toEqual(attachment)
    expect(await adapter.verifyUpload({ itemId: 'i', file: fileMeta, handle, signal })).toBe('stored')
    expect(await adapter.listAttachments({ signal })).toEqual([attachment])
    await adapter.requestDownload({ attachment, disposition: 'attachment', filename: file.name, signal })
    await adapter.removeAttachment({ attachment, signal })
    const known = new Map([['handle', handle]])
    const expected = waiting.map(({ request }) => JSON.parse(filled(JSON.stringify(request), known)) as unknown)
    expect(asked).toEqual(expected)
  })
})

/** A credential as the adapter reads it. */
function read(reply: unknown): Promise<Credential> {
  const adapter = createSignedEndpointAdapter({ endpoint: deskUrl, fetch: async () => Response.json(reply) })
  return adapter.requestUpload({ itemId: 'i', file: fileMeta, attempt: 1, signal })
}

const listed = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }

describe('R78 backendContract', () => {
  it.each(schemes)('is kept by the kit’s own server, by %s', async (scheme) => {
    const { fetch } = createServerHarness(scheme)
    const kept = backendContract({ endpoint: deskUrl, fetch, origin: 'https://desk.example.test' })
    for (const { name, run } of kept) expect([name, await run()]).toEqual([name, undefined])
  })

  it.each<[string, string, (path: string, body: Record<string, unknown>) => unknown]>([
    [
      'hands out one key for all',
      'gives two equal files two objects',
      (path, body) => (path === 'sign' ? { ...body, key: 'one' } : body),
    ],
    [
      'says nothing of the life of a credential',
      'says how long a credential is good',
      (path, body) => (path === 'sign' ? { ...body, url: 'https://store.example.test/a', expiresIn: undefined } : body),
    ],
    ['lists nothing', 'lists what was attached', (path, body) => (path === 'list' ? { attachments: [] } : body)],
  ])('notices a backend that %s', async (_fault, promise, change) => {
    const { fetch } = createServerHarness('S3 PUT')
    const spoilt: typeof globalThis.fetch = async (input, init) => {
      const response = await fetch(input, init)
      const { url } = new Request(input)
      if (!url.startsWith(deskUrl) || !response.ok) return response
      return Response.json(change(url.split('/').at(-1) ?? '', (await response.json()) as Record<string, unknown>), {
        headers: response.headers,
      })
    }
    const check = backendContract({ endpoint: deskUrl, fetch: spoilt }).find(({ name }) => name === promise)
    await expect(check?.run()).rejects.toThrow(Error)
  })

  it('notices a backend that takes any handle, and a store that lets no page in', async () => {
    const { fetch } = createServerHarness('S3 PUT')
    const open: typeof globalThis.fetch = async (input, init) => {
      const response = await fetch(input, init)
      if (init?.method === 'OPTIONS') return new Response(null, { status: 403 })
      return response.status === 404 ? Response.json({ url: 'https://store.example.test/any' }) : response
    }
    const checks = backendContract({ endpoint: deskUrl, fetch: open, origin: 'https://desk.example.test' })
    const broken = checks.filter(({ name }) => /never gave out|lets the page in/.test(name))
    expect(broken).toHaveLength(2)
    for (const { run } of broken) await expect(run()).rejects.toThrow(/answered/)
  })
})
