import { describe, expect, it } from 'vitest'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import { UploadError } from '../../src/engine/errors.ts'
import type { BackendAdapter } from '../../src/engine/ports.ts'
import { adapterContract } from '../../src/testing/index.ts'
import { createHarness, deskUrl } from '../simulator/simulatorFetch.ts'

type Mutation = (adapter: BackendAdapter, fetch: typeof globalThis.fetch) => Partial<BackendAdapter>

/** Names of the promises that an adapter with this fault breaks. */
async function brokenBy(mutate: Mutation): Promise<string[]> {
  const harness = createHarness()
  const checks = adapterContract({
    create: (fetch) => {
      const adapter = createSignedEndpointAdapter({ endpoint: `${deskUrl}/signed-endpoint`, fetch })
      return { ...adapter, ...mutate(adapter, fetch) }
    },
    fetch: harness.fetch,
  })
  const broken: string[] = []
  for (const { name, run } of checks) await run().catch(() => broken.push(name))
  return broken
}

const first = new Map<object, ReturnType<BackendAdapter['requestUpload']>>()
const never = new AbortController().signal

const mutations: ReadonlyArray<readonly [fault: string, promise: string, Mutation]> = [
  ['has capitals in its name', 'is named in kebab case', () => ({ name: 'MyAdapter' })],
  [
    'leaves a capability open',
    'says of every capability whether it has it',
    ({ capabilities }) => ({ capabilities: { ...capabilities, verify: 'no' as never } }),
  ],
  [
    'sends a header that browsers do not',
    'gives a credential that can be sent as it is',
    (adapter) => ({
      requestUpload: async (request) => ({
        ...(await adapter.requestUpload(request)),
        headers: { 'Content-Length': '1' },
      }),
    }),
  ],
  [
    'keeps its first credential',
    'asks anew for every attempt',
    (adapter) => ({
      requestUpload: (request) => {
        const kept = first.get(adapter) ?? adapter.requestUpload(request)
        first.set(adapter, kept)
        return kept
      },
    }),
  ],
  [
    'forgets the name',
    'gives an attachment with a name, a handle and, where it is known, the size',
    (adapter) => ({ commitUpload: async (request) => ({ ...(await adapter.commitUpload(request)), name: '' }) }),
  ],
  [
    'downloads something else',
    'gives back the bytes it took',
    (adapter) => ({
      requestDownload: async (request) => ({ ...(await adapter.requestDownload(request)), url: 'data:,other' }),
    }),
  ],
  [
    'attaches anew with each commit',
    'attaches once, however often a commit is repeated',
    (adapter) => {
      let count = 0
      return {
        commitUpload: async (request) => ({ ...(await adapter.commitUpload(request)), handle: String((count += 1)) }),
      }
    },
  ],
  ['lists nothing', 'lists what was attached', () => ({ listAttachments: async () => [] })],
  [
    'claims to know what it cannot',
    'does nothing where it declares that it cannot',
    () => ({ verifyUpload: async () => 'stored' }),
  ],
  [
    'throws what fetch throws',
    'asking for credentials, tells a cut connection',
    (adapter, fetch) => ({
      requestUpload: async (request) => {
        await fetch(`${deskUrl}/signed-endpoint/list`, { method: 'POST', signal: request.signal })
        return adapter.requestUpload(request)
      },
    }),
  ],
  [
    'takes every refusal for one of the store',
    'asking for commit, tells a 401 from the lost session',
    (adapter) => ({
      commitUpload: (request) =>
        adapter.commitUpload(request).catch(() => {
          throw new UploadError({ code: 'forbidden', stage: 'commit' })
        }),
    }),
  ],
  [
    'does not hand the signal on',
    'asking for list, ends in AbortError when it is cancelled',
    (adapter) => ({ listAttachments: () => adapter.listAttachments({ signal: never }) }),
  ],
  [
    'hands any address on',
    'asking for download, lets no address through that is none',
    (_adapter, fetch) => ({
      requestDownload: async ({ attachment, signal }) => {
        const body = JSON.stringify({ handle: attachment.handle, filename: 'a', disposition: 'attachment' })
        const headers = { 'content-type': 'application/json' }
        const init = { method: 'POST', headers, body, signal }
        const { url } = await (await fetch(`${deskUrl}/signed-endpoint/download`, init)).json()
        return { url, headers: {}, bindsFilename: true }
      },
    }),
  ],
]

describe('R78 the contract that adapters of others are held to', () => {
  it('is kept by an adapter of the kit', async () => {
    expect(await brokenBy(() => ({}))).toEqual([])
  })

  it.each(mutations)('notices one that %s', async (_fault, promise, mutate) => {
    expect(await brokenBy(mutate)).toContain(promise)
  })
})
