import { describe, expect, it, vi } from 'vitest'
import { createDownloads, type DownloadsOptions } from '../../src/engine/downloads.ts'
import { UploadError } from '../../src/engine/errors.ts'
import type { Attachment } from '../../src/engine/ports.ts'
import { recordingSaver, scriptedTransport, signingAdapter, type Answer } from '../support/downloadDoubles.ts'
import { patient } from '../support/patient.ts'

const attachment: Attachment = { handle: 'h', name: 'report.pdf' }

function scene(answers: (Answer | UploadError)[], options: Partial<DownloadsOptions> = {}) {
  const { transport, opened } = scriptedTransport(answers)
  const { saver, log } = recordingSaver()
  const { adapter, requests } = signingAdapter()
  const downloads = createDownloads({ adapter, transport, saver, retry: { maxRetries: 0 }, now: () => 0, ...options })
  const seen: string[] = []
  downloads.subscribe(() => seen.push(downloads.getSnapshot().get('h')?.status ?? 'none'))
  return { downloads, log, opened, requests, seen }
}

const ended = (seen: string[]) =>
  vi.waitFor(() => expect(['done', 'failed', 'cancelled']).toContain(seen.at(-1)), patient)

describe('downloads', () => {
  it('publishes the way of a download', async () => {
    const { downloads, seen } = scene([{ chunks: [[1]] }])
    expect(downloads.getSnapshot().size).toBe(0)
    downloads.download(attachment)
    await ended(seen)
    expect(seen).toEqual(['preparing', 'downloading', 'done'])
  })

  it('R62 ignores a second click while the first is under way', async () => {
    const { downloads, requests, seen } = scene([{ chunks: [[1]] }])
    downloads.download(attachment)
    downloads.download(attachment)
    await ended(seen)
    expect(requests).toHaveLength(1)
  })

  it('R61 signs anew for every click', async () => {
    const { downloads, requests, seen } = scene([{ chunks: [[1]] }, { chunks: [[1]] }])
    downloads.download(attachment)
    await ended(seen)
    downloads.download(attachment)
    await ended(seen)
    expect(requests).toHaveLength(2)
  })

  it('R64 keeps the error of a failed one and takes another click as a retry', async () => {
    const { downloads, seen } = scene([new UploadError({ code: 'not-found', stage: 'download' }), { chunks: [[1]] }])
    downloads.download(attachment)
    await ended(seen)
    expect(downloads.getSnapshot().get('h')).toMatchObject({ status: 'failed', error: { code: 'not-found' } })
    downloads.download(attachment)
    await ended(seen)
    expect(downloads.getSnapshot().get('h')).toEqual({ status: 'done' })
  })

  it('runs several at once, and no more than it may', async () => {
    const open = vi.fn<() => Promise<never>>(() => new Promise<never>(() => {}))
    const { downloads } = scene([], { concurrency: 2, transport: { open, probe: open } })
    for (const handle of ['a', 'b', 'c']) downloads.download({ handle, name: handle })
    await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2), patient)
    expect([...downloads.getSnapshot().values()].map(({ status }) => status)).toEqual([
      'preparing',
      'preparing',
      'preparing',
    ])
    downloads.cancel('a')
    expect(downloads.getSnapshot().get('a')).toEqual({ status: 'cancelled' })
  })

  it('publishes progress at most every 100 ms', async () => {
    let now = 0
    const { downloads, seen } = scene([{ chunks: [[1], [2], [3], [4]] }], { now: () => (now += 40) })
    downloads.download(attachment)
    await ended(seen)
    expect(seen.filter((status) => status === 'downloading').length).toBeLessThan(5)
  })

  it('can start again at once after a cancel', async () => {
    const { downloads, seen } = scene([{ chunks: [[1]] }, { chunks: [[1]] }])
    downloads.download(attachment)
    downloads.cancel('h')
    downloads.download(attachment)
    await vi.waitFor(() => expect(seen.at(-1)).toBe('done'), patient)
    expect(seen.slice(0, 3)).toEqual(['preparing', 'cancelled', 'preparing'])
  })

  it('signs with the adapter it was given last', async () => {
    const { downloads, requests, seen } = scene([{ chunks: [[1]] }])
    const other = signingAdapter()
    downloads.configure({ adapter: other.adapter })
    downloads.download(attachment)
    await ended(seen)
    expect([requests.length, other.requests.length]).toEqual([0, 1])
  })

  it('cancels everything and frees the page when disposed', async () => {
    const { downloads, log, seen } = scene([{ chunks: [[1]] }])
    downloads.download(attachment)
    downloads.dispose()
    expect(downloads.getSnapshot().get('h')).toEqual({ status: 'cancelled' })
    expect(log).toEqual(['disposed'])
    expect(seen).toEqual(['preparing'])
  })
})
