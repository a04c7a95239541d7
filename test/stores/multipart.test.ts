import { describe, expect, it, vi } from 'vitest'
import type { Item } from '../../src/engine/item.ts'
import type { MultipartBackend, PartRequest } from '../../src/engine/multipartPorts.ts'
import type { Attachment, BackendAdapter, SignedPutCredential } from '../../src/engine/ports.ts'
import { openFrame } from '../support/openFrame.ts'
import type { Manner } from './attachmentBackend.ts'
import { openSession } from './sessionPage.ts'
import type * as sessionModule from './sessionPage.ts'
import { control, putAdapterOver, sha256Of, signal, storeNames, type StoreName } from './storeClient.ts'

const mebibyte = 1024 ** 2
const generous = { timeout: 240_000, interval: 50 }
const sessionPage = new URL('sessionPage.ts', import.meta.url)
const slow = { timeout: 300_000 }
const never = new Promise<never>(() => {})

type SessionPage = typeof sessionModule

const adapterOf = (store: StoreName, manner: Manner = 'right') =>
  putAdapterOver(store, manner, { minFileSize: 5 * mebibyte })

/** The adapter with another way to be asked for a part; the way of the adapter itself comes with each request. */
function askingForParts(
  adapter: BackendAdapter<'signed-put'>,
  ask: (request: PartRequest, asIs: MultipartBackend['requestPart']) => Promise<SignedPutCredential>,
): BackendAdapter<'signed-put'> {
  const multipart = adapter.multipart!
  const asIs: MultipartBackend['requestPart'] = (request) => multipart.requestPart(request)
  return { ...adapter, multipart: { ...multipart, requestPart: (request) => ask(request, asIs) } }
}

/** Random bytes, 16 MiB of them over and over: every part differs from its neighbour, and no page has to hold a gibibyte. */
function largeFile(mebibytes: number): File {
  const block = new Uint8Array(16 * mebibyte + 1)
  for (let offset = 0; offset < block.length; offset += 65_536)
    crypto.getRandomValues(block.subarray(offset, offset + 65_536))
  const source = new Blob([block])
  const blocks = Array.from({ length: Math.ceil(mebibytes / 16) }, () => source)
  return new File([new Blob(blocks).slice(0, mebibytes * mebibyte)], 'recording.mkv', { type: 'video/x-matroska' })
}

/** What the store itself says that it has. */
async function storedParts(store: StoreName, { id, meta, multipart }: Item): Promise<number[]> {
  const request = { itemId: id, file: meta, upload: multipart!, signal }
  const parts = await adapterOf(store).multipart!.listParts(request)
  return (parts ?? []).map(({ partNumber }) => partNumber)
}

async function downloadOf(attachment: Attachment, adapter: BackendAdapter<'signed-put'>) {
  const { url } = await adapter.requestDownload({ attachment, disposition: 'attachment', filename: 'a', signal })
  return sha256Of(await fetch(url))
}

describe.each(storeNames)('%s, in parts', slow, (store) => {
  it('gives back a large file byte for byte, and keeps no unfinished upload', async () => {
    const adapter = adapterOf(store)
    const page = openSession(adapter)
    const file = largeFile(45)
    page.session.add([file])
    const { attachment, sentBytes } = await page.isDone()
    expect(sentBytes).toBe(file.size)
    expect(await downloadOf(attachment, adapter)).toBe(await sha256Of(file))
    expect(await control(store, 'unfinished')).toBe(0)
  })

  it('R08 signs a part anew whose URL had expired when it was to be sent', async () => {
    const adapter = adapterOf(store)
    const late = adapterOf(store, 'expired')
    const signed: string[] = []
    const page = openSession(
      askingForParts(adapter, (request, asIs) => {
        const { attempt, part } = request
        signed.push(`${part.partNumber}.${attempt}`)
        return part.partNumber % 2 === 0 && attempt === 1 ? late.multipart!.requestPart(request) : asIs(request)
      }),
    )
    const file = largeFile(30)
    page.session.add([file])
    const { attachment } = await page.isDone()
    expect(signed.toSorted()).toEqual(['1.1', '2.1', '2.2', '3.1', '4.1', '4.2'])
    expect(await downloadOf(attachment, adapter)).toBe(await sha256Of(file))
  })

  it('R31 goes on after a reload in the middle, with the parts the store has', async () => {
    const scope = `ticket ${crypto.randomUUID()}`
    const file = largeFile(45)
    const asked: number[] = []
    const noting = (adapter: BackendAdapter<'signed-put'>, isStuck: (partNumber: number) => boolean) =>
      askingForParts(adapter, (request, asIs) => {
        if (isStuck(request.part.partNumber)) return never
        asked.push(request.part.partNumber)
        return asIs(request)
      })
    const before = await openFrame<SessionPage>(sessionPage)
    const first = before.module.openSession(
      noting(adapterOf(store), (partNumber) => partNumber > 3),
      { scope },
    )
    first.session.add([file])
    await first.isSent(24 * mebibyte)
    await vi.waitFor(async () => expect(await storedParts(store, first.item()!)).toEqual([1, 2, 3]), generous)
    before.close()

    const adapter = adapterOf(store)
    const after = await openFrame<SessionPage>(sessionPage)
    const second = after.module.openSession(
      noting(adapter, () => false),
      { scope },
    )
    await second.session.restore()
    expect(second.session.getSnapshot().interrupted).toMatchObject([
      { file: { name: 'recording.mkv', size: file.size } },
    ])
    second.session.add([file])
    const { attachment } = await second.isDone()
    expect(asked.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6])
    expect(await downloadOf(attachment, adapter)).toBe(await sha256Of(file))
    expect(await control(store, 'unfinished')).toBe(0)
    after.close()
  })

  it('R44 leaves no part behind where the upload is removed on its way', async () => {
    const page = openSession(
      askingForParts(adapterOf(store), (request, asIs) => (request.part.partNumber > 2 ? never : asIs(request))),
    )
    page.session.add([largeFile(30)])
    // Both are there: one that arrives after the removal would lie there until the store itself drops it.
    await page.isSent(1)
    await vi.waitFor(async () => expect(await storedParts(store, page.item()!)).toEqual([1, 2]), generous)
    expect(await control(store, 'unfinished')).toBe(1)
    page.session.remove(page.item()!.id)
    await vi.waitFor(async () => expect(await control(store, 'unfinished')).toBe(0), generous)
  })
})

describe('ceph, killed on the way', slow, () => {
  // VITE_LARGE_FILE_MIB=1024 npm run test:stores: as large as one likes.
  it('R28 R31 goes on with the parts it has once the gateway is back', async () => {
    const file = largeFile(Number(import.meta.env['VITE_LARGE_FILE_MIB'] ?? 96))
    const half = Math.ceil(file.size / (16 * mebibyte))
    const adapter = adapterOf('ceph')
    let restart: Promise<unknown> | undefined
    const sentAgain = new Set<number>()
    const page = openSession(
      askingForParts(adapter, ({ attempt, part, ...request }, asIs) => {
        if (part.partNumber === half) restart ??= control('ceph', 'restart-gateway')
        if (attempt > 1) sentAgain.add(part.partNumber)
        return asIs({ attempt, part, ...request })
      }),
    )
    page.session.add([file])
    const { attachment } = await page.isDone()
    await restart
    expect(sentAgain.size).toBeGreaterThan(0)
    expect(Math.min(...sentAgain)).toBeGreaterThan(1)
    expect(await downloadOf(attachment, adapter)).toBe(await sha256Of(file))
    expect(await control('ceph', 'unfinished')).toBe(0)
  })
})
