import { describe, expect, it } from 'vitest'
import { downloadFile } from '../../src/engine/downloadFile.ts'
import type { Download } from '../../src/engine/downloadPorts.ts'
import { UploadError, type ErrorCode } from '../../src/engine/errors.ts'
import type { Attachment, DownloadCredential } from '../../src/engine/ports.ts'
import { recordingSaver, scriptedTransport, signingAdapter, type Answer } from '../support/downloadDoubles.ts'

interface Scene {
  answers?: (Answer | UploadError)[]
  probes?: (UploadError | 'fine')[]
  credential?: Partial<DownloadCredential>
  attachment?: Partial<Attachment>
  signal?: AbortSignal
  onReport?: () => void
  onProbe?: () => void
}

async function download({
  onReport,
  onProbe,
  answers = [],
  probes,
  credential,
  attachment,
  signal = new AbortController().signal,
}: Scene) {
  const { transport, opened, left } = scriptedTransport(answers, probes, onProbe)
  const { saver, log } = recordingSaver()
  const { adapter, requests } = signingAdapter(credential)
  const reports: Download[] = []
  const outcome = await downloadFile({
    attachment: { handle: 'h', name: 'report.pdf', ...attachment },
    adapter,
    transport,
    saver,
    policy: { maxRetries: 2, baseDelayMs: 0, maxDelayMs: 0 },
    signDeadlineMs: 1000,
    signal,
    report: (state) => {
      reports.push(state)
      onReport?.()
    },
  }).then(
    () => 'done',
    (error: Error) => (error instanceof UploadError ? error.code : error.name),
  )
  return { outcome, log, requests, opened, left, reports }
}

const failed = (code: ErrorCode) => new UploadError({ code, stage: 'download' })
const plainLink = { bindsFilename: true }

describe('downloadFile', () => {
  it('signs, fetches and saves under the name of the list', async () => {
    const { outcome, log, requests, reports } = await download({
      answers: [{ totalBytes: 3, filename: 'x.bin', chunks: [[1, 2], [3]] }],
    })
    expect(outcome).toBe('done')
    expect(log).toEqual(['opened report.pdf (3)', 'saved 1,2,3'])
    expect(reports.map((state) => 'receivedBytes' in state && state.receivedBytes)).toEqual([0, 2, 3])
    expect(requests[0]).toMatchObject({ disposition: 'attachment', filename: 'report.pdf' })
  })

  it('R63 falls back to the name the store tells, then to the handle', async () => {
    const named = await download({ attachment: { name: '' }, answers: [{ filename: 'told.pdf' }] })
    expect(named.log[0]).toBe('opened told.pdf (undefined)')
    const unnamed = await download({ attachment: { name: '' }, answers: [{}] })
    expect(unnamed.log[0]).toBe('opened h (undefined)')
  })

  it('R61 signs anew once when the link has expired, without spending a retry', async () => {
    const expired = failed('credential-expired')
    const { outcome, opened } = await download({ answers: [expired, { chunks: [[1]] }] })
    expect(outcome).toBe('done')
    expect(opened.map((request) => request.credential.url)).toEqual(['link-1', 'link-2'])
    const again = await download({ answers: [expired, expired, { chunks: [[1]] }] })
    expect(again.outcome).toBe('credential-expired')
  })

  it('picks a broken download up where it broke, with a fresh link', async () => {
    const { log, opened, outcome } = await download({
      answers: [
        { totalBytes: 4, validator: 'v1', chunks: [[1, 2]], breaksWith: failed('network') },
        { totalBytes: 4, validator: 'v1', chunks: [[3, 4]] },
      ],
    })
    expect(outcome).toBe('done')
    expect(opened.map((request) => [request.offset, request.credential.url])).toEqual([
      [0, 'link-1'],
      [2, 'link-2'],
    ])
    expect(log).toEqual(['opened report.pdf (4)', 'saved 1,2,3,4'])
  })

  it('drops what is already here when the store ignores the range', async () => {
    const { log } = await download({
      answers: [
        { chunks: [[1, 2, 3]], breaksWith: failed('network') },
        { offset: 0, chunks: [[1, 2], [3, 4], [5]] },
      ],
    })
    expect(log.at(-1)).toBe('saved 1,2,3,4,5')
  })

  it('starts over when the file changed meanwhile', async () => {
    const { log } = await download({
      answers: [
        { validator: 'v1', chunks: [[1, 2]], breaksWith: failed('network') },
        { validator: 'v2', chunks: [[9]] },
        { validator: 'v2', chunks: [[7, 8, 9]] },
      ],
    })
    expect(log).toEqual(['opened report.pdf (undefined)', 'restarted', 'saved 7,8,9'])
  })

  it('does not put a part behind a gap', async () => {
    const { log, outcome } = await download({
      answers: [
        { chunks: [[1]], breaksWith: failed('network') },
        { offset: 5, chunks: [[6]] },
        { offset: 0, chunks: [[1, 2]] },
      ],
    })
    expect(outcome).toBe('done')
    expect(log.at(-1)).toBe('saved 1,2')
  })

  it('fails as truncated when fewer bytes came than the store or the list named', async () => {
    const short = { totalBytes: 3, chunks: [[1, 2]] }
    const empty = { totalBytes: 3, chunks: [] }
    const { log, outcome } = await download({ answers: [short, empty, empty, empty] })
    expect(outcome).toBe('download-truncated')
    expect(log.at(-1)).toBe('discarded')
    const listed = await download({ attachment: { size: 2 }, answers: [{ chunks: [[1]] }, {}, {}, {}] })
    expect(listed.outcome).toBe('download-truncated')
  })

  it('gives up after the retries of the policy and starts counting anew when bytes came', async () => {
    const lost = failed('network')
    expect(await download({ answers: [lost, lost, lost] })).toMatchObject({ outcome: 'network', opened: { length: 3 } })
    const answers = [lost, lost, { chunks: [[1]], breaksWith: lost }, lost, { chunks: [[2]] }]
    expect((await download({ answers })).outcome).toBe('done')
  })

  it('does not try a refusal again', async () => {
    const { opened, outcome } = await download({ answers: [failed('not-found')] })
    expect([outcome, opened.length]).toEqual(['not-found', 1])
  })

  it.each([
    ['scanning', 'still-scanning'],
    ['infected', 'infected'],
  ] as const)('R66 does not fetch a file that is %s', async (scan, code) => {
    const { outcome, requests } = await download({ attachment: { scan } })
    expect([outcome, requests.length]).toEqual([code, 0])
  })

  it('asks for nothing when cancelled beforehand', async () => {
    const { outcome, requests } = await download({ signal: AbortSignal.abort(), answers: [{ chunks: [[1]] }] })
    expect([outcome, requests.length]).toEqual(['AbortError', 0])
  })

  it('closes the connection and saves nothing when cancelled under way', async () => {
    const controller = new AbortController()
    const breaksWith = new DOMException('', 'AbortError')
    const { log, left, outcome } = await download({
      signal: controller.signal,
      answers: [{ chunks: [[1]], breaksWith }],
    })
    expect(outcome).toBe('AbortError')
    expect(left).toEqual(['closed'])
    expect(log).toEqual(['opened report.pdf (undefined)', 'discarded'])
  })

  it.each([
    ['saves', {}, [{ chunks: [[1]] }]],
    ['hands over', { credential: plainLink, attachment: { size: 101 } }, []],
  ])('%s nothing when cancelled at the last moment', async (_, scene, answers) => {
    const controller = new AbortController()
    const onReport = () => controller.abort()
    const { log, outcome } = await download({
      ...scene,
      answers,
      signal: controller.signal,
      onReport,
      onProbe: onReport,
    })
    expect(outcome).toBe('AbortError')
    expect(log.some((line) => /^(?:saved|handed)/.test(line))).toBe(false)
  })

  describe('R64 large files', () => {
    it('lets the browser save a plain link by itself after a probe, and reads no byte', async () => {
      const { log, left, opened } = await download({ credential: plainLink, attachment: { size: 101 } })
      expect(left).toEqual(['probed link-1'])
      expect(log).toEqual(['handed over link-1'])
      expect(opened).toEqual([])
    })

    it('turns an expired link into a fresh one and a missing file into an error, not a page', async () => {
      const fresh = await download({
        credential: plainLink,
        attachment: { size: 101 },
        probes: [failed('credential-expired')],
      })
      expect(fresh.log).toEqual(['handed over link-2'])
      const gone = await download({ credential: plainLink, attachment: { size: 101 }, probes: [failed('not-found')] })
      expect([gone.outcome, gone.log]).toEqual(['not-found', []])
    })

    it('leaves the answer and hands over when only the store tells how large the file is', async () => {
      const { log, left } = await download({ credential: plainLink, answers: [{ totalBytes: 101, chunks: [[1]] }] })
      expect(log).toEqual(['handed over link-1'])
      expect(left).toEqual(['closed'])
    })

    it.each([
      ['needs headers', { bindsFilename: true, headers: { authorization: 'x' } }],
      ['would be saved under another name', { bindsFilename: false }],
    ])('are streamed by the page when the link %s', async (_, credential) => {
      const { log } = await download({
        credential,
        attachment: { size: 101 },
        answers: [{ totalBytes: 1, chunks: [Array(101).fill(1)] }],
      })
      expect(log[0]).toBe('opened report.pdf (1)')
      expect(log).toHaveLength(2)
    })
  })

  it('lets the browser save a plain link of a store without CORS rules', async () => {
    const { log, outcome } = await download({ credential: plainLink, answers: [failed('cors-refused')] })
    expect([outcome, log]).toEqual(['done', ['handed over link-1']])
  })
})
