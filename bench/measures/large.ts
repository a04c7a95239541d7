import { open } from 'node:fs/promises'
import path from 'node:path'
import type { Measure } from './measure.ts'
import { openSubject, type BenchContext, type OpenSubject } from './openSubject.ts'

const bytes = 1024 ** 3
const sampleMs = 100

export const large: Measure = {
  id: 'large',
  title: 'One file of 1 GiB',
  about:
    'picked from the disk, sent in a single PUT; heap growth is the highest JS heap while it moves, less the one before',
  floor: 'floor',
  figures: [
    { id: 'wallMs', label: 'wall', unit: 'ms', comparesWithFloor: true },
    { id: 'heapMb', label: 'heap growth', unit: 'MB' },
  ],
  takes: ({ id }) => id !== 'floor-rows' && id !== 'uppy-dashboard' && id !== 'kit-batch' && id !== 'kit-form',
  async run(context, { id }) {
    const file = await sparseFile(context)
    const subject = await openSubject(context, id)
    try {
      await subject.collectGarbage()
      const heapBefore = (await subject.metrics())['JSHeapUsedSize']!
      await subject.page.evaluate(() => window.bench.expectFiles(1))
      const heap = watchHeap(subject)
      const picker = await subject.page.$(pickerOf)
      await picker!.uploadFile(file)
      const settled = await subject.page.evaluate(() => window.bench.settled(120_000))
      const heapPeak = await heap.peak()
      const { receivedBytes } = await subject.serverStats()
      if (settled.done !== 1 || receivedBytes < bytes) throw new Error(`${id}: ${receivedBytes} of ${bytes} bytes came`)
      return { wallMs: settled.ms, heapMb: (heapPeak - heapBefore) / 1e6 }
    } finally {
      await subject.close()
    }
  },
}

const pickerOf = 'input[type=file]:not([webkitdirectory]):not([capture])'

/** A file of zeros that takes no room on the disk. */
async function sparseFile({ filesFolder }: BenchContext): Promise<string> {
  const file = path.join(filesFolder, 'large.bin')
  const handle = await open(file, 'a')
  await handle.truncate(bytes)
  await handle.close()
  return file
}

function watchHeap(subject: OpenSubject) {
  let highest = 0
  let isOver = false
  const sample = async () => {
    while (!isOver) {
      highest = Math.max(highest, (await subject.metrics())['JSHeapUsedSize']!)
      await new Promise((resolve) => setTimeout(resolve, sampleMs))
    }
  }
  const sampling = sample()
  return {
    async peak() {
      isOver = true
      await sampling
      return highest
    },
  }
}
