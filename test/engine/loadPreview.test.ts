import { describe, expect, it } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import { loadPreview } from '../../src/engine/loadPreview.ts'
import type { DownloadRequest } from '../../src/engine/ports.ts'
import { scriptedTransport } from '../support/downloadDoubles.ts'
import type { Answer } from '../support/downloadDoubles.ts'

function setUp(answers: (Answer | UploadError)[]) {
  const asked: DownloadRequest[] = []
  const adapter = {
    requestDownload: (request: DownloadRequest) => {
      asked.push(request)
      return Promise.resolve({ url: `https://store.test/${asked.length}`, headers: {}, bindsFilename: true })
    },
  }
  const { transport, opened, left } = scriptedTransport(answers)
  const attachment = { handle: 'object-1', name: 'photo.png' }
  const { signal } = new AbortController()
  const load = () => loadPreview({ adapter, transport, attachment, maxBytes: 10, signDeadlineMs: 1000, signal })
  return { asked, left, load, opened }
}

const refusal = new UploadError({ code: 'forbidden', stage: 'download', status: 403 })

describe('loadPreview', () => {
  it('R61 signs for this one fetch and gives the bytes', async () => {
    const { asked, left, load } = setUp([{ chunks: [[1, 2], [3]] }])
    expect([...new Uint8Array(await (await load()).arrayBuffer())]).toEqual([1, 2, 3])
    expect(asked.map(({ disposition, filename }) => [disposition, filename])).toEqual([['attachment', 'photo.png']])
    expect(left).toEqual(['closed'])
  })

  it('R61 signs anew once after a refusal', async () => {
    const { load, opened } = setUp([refusal, { chunks: [[1]] }])
    expect((await load()).size).toBe(1)
    expect(opened.map(({ credential }) => credential.url)).toEqual(['https://store.test/1', 'https://store.test/2'])
  })

  it('R61 gives up after a second refusal', async () => {
    const { load, opened } = setUp([refusal, refusal])
    await expect(load()).rejects.toBe(refusal)
    expect(opened).toHaveLength(2)
  })

  it('R70 fetches no more than a picture is worth', async () => {
    const announced = setUp([{ totalBytes: 11, chunks: [[1]] }])
    await expect(announced.load()).rejects.toMatchObject({ code: 'file-too-large' })
    const silent = setUp([{ chunks: [[1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6], [1]] }])
    await expect(silent.load()).rejects.toMatchObject({ code: 'file-too-large' })
    expect(silent.left).toEqual(['closed'])
  })
})
