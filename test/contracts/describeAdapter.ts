import { describe, expect, it } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import type { Attachment, BackendAdapter, CommitRequest, Credential, Expiry, Receipt } from '../../src/engine/ports.ts'
import type { VendorName } from '../../src/simulator/quirks.ts'
import { adapterContract } from '../../src/testing/adapterContract.ts'
import type { ContractCheck } from '../../src/testing/contractCheck.ts'
import { sendCredential } from '../simulator/sendCredential.ts'
import { createHarness } from '../simulator/simulatorFetch.ts'
import type { Harness } from '../simulator/simulatorFetch.ts'
import { describeMultipart } from './describeMultipart.ts'
import { withPath } from './jsonPath.ts'
import { rewritable, type RewritableHarness } from './rewritable.ts'

/** The calls of an adapter that may ask a backend. */
export type ContractCall = 'credentials' | 'commit' | 'download'

export interface AdapterContract {
  /** Its simulator; absent for an adapter that asks nobody. */
  vendor?: VendorName | undefined
  create(harness: Harness): BackendAdapter
  /** The fields without which an answer must be refused, by call, as dotted paths. A call that is absent asks nobody. */
  required: Partial<Record<ContractCall, readonly string[]>>
  /** The fields that hold addresses, by call. */
  urls: Partial<Record<ContractCall, readonly string[]>>
  /** Whether the same object is signed again when it is named. */
  resigns: boolean
  /** Milliseconds that a credential of a minute is said to live; undefined where the vendor does not say. */
  lifeMs: number | undefined
  /** Makes it so that it sends in parts; absent where the vendor takes files in one piece only. */
  createInParts?: ((harness: Harness) => BackendAdapter) | undefined
  /** @default as HTTP says */
  send?: ((adapter: BackendAdapter, credential: Credential, file: File) => Promise<Receipt>) | undefined
}

const signal = new AbortController().signal
const bytes = new TextEncoder().encode('the evidence, as it was')
const file = new File([bytes], 'evidence.pdf', { type: 'application/pdf' })
const checksums = { md5: 'wOBisMUvfZuh+C75QEc6aA==' }
const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: 0, checksums }
const lifeMs = 60_000

/** What every adapter promises, checked against its simulator. */
export function describeAdapter(name: string, contract: AdapterContract): void {
  describe(`${name} as an adapter`, () => {
    it.each(publishedContract(contract))('R78 $name', ({ run }) => expect(run()).resolves.toBeUndefined())

    it('R08 signs the same object again, or another one', async () => {
      const { ask, harness } = setUp(contract)
      const first = await ask('a')
      const second = await ask('a', first.handle)
      expect(second.handle === first.handle).toBe(contract.resigns)
      expect(harness.asked).toHaveLength(contract.required.credentials ? 2 : 0)
    })

    it('R12 tells the life of a credential', async () => {
      const { expiry } = await setUp(contract).ask('a')
      expect(lifeOf(expiry)).toBe(contract.lifeMs)
    })

    it('sends in parts only where it was made to', () => {
      expect(setUp(contract).adapter.multipart).toBeUndefined()
    })

    if (contract.createInParts) describeMultipart(contract.createInParts)

    for (const call of Object.keys(contract.required) as ContractCall[]) describeCall(call, contract)
  })
}

/** The contract that embedders run on adapters of their own, on a simulator of its own for each check. */
function publishedContract(contract: AdapterContract): ContractCheck[] {
  const { send } = contract
  let harness = createHarness()
  return adapterContract({
    create: (watched) => {
      harness = createHarness({ switches: { credentialLifeMs: lifeMs } })
      return contract.create({ ...harness, fetch: watched })
    },
    fetch: (input, init) => harness.fetch(input, init),
    send: send && ((credential, sent, adapter) => send(adapter, credential, sent)),
    file,
    checksums,
  })
}

function describeCall(call: ContractCall, contract: AdapterContract): void {
  describe(`asking for ${call}`, () => {
    it('says which field is missing, and which is of another type', async () => {
      for (const path of contract.required[call] ?? []) {
        for (const wrong of [undefined, null, { not: 'this' }]) {
          const { harness, make } = await prepare(contract, call)
          harness.rewrite((answer) => withPath(answer, path, wrong))
          const error = await refusal(make(signal), harness)
          expect([path, error.code, error.stage]).toEqual([path, 'answer-unreadable', call])
          expect(error.message).toContain(path.split('.').at(-1))
        }
      }
    })

    it.each([[undefined], [null], [[]], ['text'], [17]])('refuses %j for an answer', async (wrong) => {
      const { harness, make } = await prepare(contract, call)
      harness.rewrite(() => wrong)
      const error = await refusal(make(signal), harness)
      expect(error).toMatchObject({ code: 'answer-unreadable', stage: call })
    })

    const paths = contract.urls[call] ?? []
    it.each(paths.flatMap((path) => hostileUrls.map((hostile) => [path, hostile] as const)))(
      'refuses %s with the address %s',
      async (path, hostile) => {
        const { harness, make } = await prepare(contract, call)
        harness.rewrite((answer) => withPath(answer, path, hostile))
        expect((await refusal(make(signal), harness)).code).toBe('url-refused')
      },
    )
  })
}

const hostileUrls = [
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//evil.example.test',
  'https://desk@evil.example.test/',
  'not a url',
]

interface Prepared {
  harness: RewritableHarness
  make: (signal: AbortSignal) => Promise<unknown>
}

/** Everything that comes before the call, done in good order. */
async function prepare(contract: AdapterContract, call: ContractCall): Promise<Prepared> {
  const { adapter, commitOf, harness } = setUp(contract)
  if (call === 'credentials') return { harness, make: (aborted) => adapter.requestUpload(uploadOf('a', aborted)) }
  const request = await commitOf('a')
  if (call === 'commit') return { harness, make: (aborted) => adapter.commitUpload({ ...request, signal: aborted }) }
  const attachment = await adapter.commitUpload(request)
  // A first download may use what the upload brought along.
  await adapter.requestDownload(downloadOf(attachment))
  return { harness, make: (aborted) => adapter.requestDownload({ ...downloadOf(attachment), signal: aborted }) }
}

function setUp(contract: AdapterContract) {
  const harness = rewritable(createHarness({ switches: { credentialLifeMs: lifeMs } }))
  const adapter = contract.create(harness)
  const ask = (itemId: string, previousHandle?: string) =>
    adapter.requestUpload({ ...uploadOf(itemId, signal), previousHandle, attempt: previousHandle ? 2 : 1 })

  async function commitOf(itemId: string): Promise<CommitRequest> {
    const credential = await ask(itemId)
    const receipt = contract.send
      ? await contract.send(adapter, credential, file)
      : await sendCredential(harness.fetch, credential, file)
    expect([200, 201, 204]).toContain(receipt.status)
    return { itemId, file: meta, handle: credential.handle, receipt, idempotencyKey: itemId, signal }
  }

  const upload = async (itemId: string): Promise<Attachment> => adapter.commitUpload(await commitOf(itemId))
  return { adapter, ask, commitOf, harness, upload }
}

/** The error of a call, checked for secrets: nothing that signs may be in it. */
async function refusal(promise: Promise<unknown>, { simulator }: Harness): Promise<UploadError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof UploadError)) throw new Error('expected an UploadError', { cause: error })
  const told = [error.message, error.hint, error.stack, JSON.stringify(error), String(error.cause)].join('\n')
  expect(told).not.toContain(simulator.accessKey.id)
  expect(told).not.toMatch(/Signature=|x-oss-signature=/)
  return error
}

function uploadOf(itemId: string, aborted: AbortSignal) {
  return { itemId, file: meta, attempt: 1, signal: aborted }
}

function downloadOf(attachment: Attachment) {
  return { attachment, disposition: 'attachment' as const, filename: attachment.name, signal }
}

/** To ten seconds: dates in URLs and headers know no parts of a second. */
function lifeOf(expiry: Expiry | undefined): number | undefined {
  if (!expiry) return undefined
  const life = 'afterMs' in expiry ? expiry.afterMs : expiry.atMs - (expiry.serverNowMs ?? Number.NaN)
  return Math.round(life / 10_000) * 10_000
}
