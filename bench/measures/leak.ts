import { setTimeout as delay } from 'node:timers/promises'
import type { Measure } from './measure.ts'
import { concurrency, openSubject, type OpenSubject } from './openSubject.ts'

const cycles = 20
const uploads = 50

export const leak: Measure = {
  id: 'leak',
  title: 'Mounted, used and unmounted 20 times',
  about: '50 uploads each time; after collection, compared with the state after two such rounds',
  floor: 'floor',
  maxRounds: 2,
  figures: [
    { id: 'heapMb', label: 'heap growth', unit: 'MB' },
    { id: 'openUrls', label: 'object URLs left', unit: 'count' },
    { id: 'listeners', label: 'listeners left', unit: 'count' },
    { id: 'nodes', label: 'DOM nodes left', unit: 'count' },
  ],
  takes: ({ id }) => id !== 'kit-batch' && id !== 'kit-form',
  async run(context, { id }) {
    const subject = await openSubject(context, id)
    try {
      await subject.page.evaluate(() => window.bench.unmount())
      // What loads and is kept once is no leak.
      for (let cycle = -2; cycle < 0; cycle += 1) await runCycle(subject, cycle)
      const before = await stateAtRest(subject)
      for (let cycle = 0; cycle < cycles; cycle += 1) await runCycle(subject, cycle)
      const after = await stateAtRest(subject)
      return {
        heapMb: (after.heap - before.heap) / 1e6,
        openUrls: after.openUrls - before.openUrls,
        listeners: after.listeners - before.listeners,
        nodes: after.nodes - before.nodes,
      }
    } finally {
      await subject.close()
    }
  },
}

async function runCycle({ page }: OpenSubject, cycle: number): Promise<void> {
  await page.evaluate((atOnce) => window.bench.mount(atOnce), concurrency)
  // Not a handle of it, which would keep the element, and with it what it is part of.
  await page.waitForFunction(() => document.querySelector('input[type=file]') !== null)
  await page.evaluate(([n, prefix]) => window.bench.prepare(n, 100, prefix), [uploads, `leak${cycle}`] as const)
  await page.evaluate(() => window.bench.pick())
  const { done } = await page.evaluate(() => window.bench.settled(30_000))
  if (done !== uploads) throw new Error(`leak: ${done} of ${uploads} uploads done`)
  await page.evaluate(() => window.bench.unmount())
}

async function stateAtRest({ collectGarbage, metrics, page }: OpenSubject) {
  // Timers of a fraction of a second hold what they will free.
  await delay(1500)
  await collectGarbage()
  const counters = await metrics()
  return {
    heap: counters['JSHeapUsedSize']!,
    listeners: counters['JSEventListeners']!,
    nodes: counters['Nodes']!,
    openUrls: await page.evaluate(() => window.probe.openUrls),
  }
}
