import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFileSaver } from '../../src/transports/saveFile.ts'
import { createRecording } from '../support/recordedRequests.ts'
import { patient } from '../support/patient.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Watches what would be saved, instead of saving it. */
function watchSaving() {
  const saved: { name: string; href: string }[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push({ name: this.download, href: this.href })
  })
  const open = vi.spyOn(window, 'open')
  const revoked = vi.spyOn(URL, 'revokeObjectURL')
  return { saved, open, revoked }
}

async function save(
  saver: ReturnType<typeof createFileSaver>,
  name: string,
  bytes: number[],
  totalBytes = bytes.length,
) {
  const sink = await saver.createSink({ filename: name, totalBytes })
  await sink.write(Uint8Array.from(bytes))
  await sink.save()
}

describe('saveFile', () => {
  it('R63 saves the bytes under the displayed name, as nothing that could run', async () => {
    const { saved } = watchSaving()
    const saver = createFileSaver()
    await save(saver, 'Prüfbericht 😀.html', [1, 2, 3])
    expect(saved).toMatchObject([{ name: 'Prüfbericht 😀.html', href: expect.stringMatching(/^blob:/) }])
    const blob = await (await fetch(saved[0]!.href)).blob()
    expect(blob.type).toBe('application/octet-stream')
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3))
    saver.dispose()
  })

  it('R64 revokes the object URL after a while, or at once when disposed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { revoked, saved } = watchSaving()
    const saver = createFileSaver()
    await save(saver, 'a', [1])
    await save(saver, 'b', [1])
    vi.advanceTimersByTime(39_999)
    expect(revoked).not.toHaveBeenCalled()
    saver.dispose()
    vi.advanceTimersByTime(100_000)
    vi.useRealTimers()
    expect(revoked.mock.calls.flat().toSorted()).toEqual(saved.map(({ href }) => href).toSorted())
  })

  it('R62 hands a link to the browser in a hidden frame, never in a window', async () => {
    const { open } = watchSaving()
    const recording = createRecording()
    const saver = createFileSaver()
    const headers = { 'Content-Disposition': 'attachment; filename="big.bin"' }
    void saver.handOver(recording.url({ objectBytes: 10, headers }))
    const frame = document.querySelector('iframe')!
    expect(frame.hidden).toBe(true)
    expect(frame.getAttribute('src')).toBeNull()
    await vi.waitFor(async () => expect(await recording.requests()).toHaveLength(1), patient)
    expect(open).not.toHaveBeenCalled()
    saver.dispose()
    expect(document.querySelector('iframe')).toBeNull()
  })

  it('R64 streams a large file to where the save dialog says', async () => {
    const written: unknown[] = []
    const file = {
      write: async (chunk: unknown) => void written.push(chunk),
      close: vi.fn<() => Promise<void>>(),
      abort: vi.fn<() => Promise<void>>(),
    }
    const showSaveFilePicker = vi.fn<() => Promise<unknown>>(async () => ({ createWritable: async () => file }))
    vi.stubGlobal('showSaveFilePicker', showSaveFilePicker)
    vi.spyOn(navigator.userActivation, 'isActive', 'get').mockReturnValue(true)
    const { saved } = watchSaving()
    await save(createFileSaver({ bufferLimitBytes: 2 }), 'big.bin', [1, 2, 3])
    expect(showSaveFilePicker).toHaveBeenCalledWith({ suggestedName: 'big.bin' })
    expect([written.length, file.close.mock.calls.length, saved.length]).toEqual([1, 1, 0])
  })

  it('keeps a large file in memory where no dialog can be opened', async () => {
    vi.stubGlobal('showSaveFilePicker', undefined)
    const { saved } = watchSaving()
    const saver = createFileSaver({ bufferLimitBytes: 2 })
    await save(saver, 'big.bin', [1, 2, 3])
    expect(saved).toHaveLength(1)
    saver.dispose()
  })
})
