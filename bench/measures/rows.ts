import { setTimeout as delay } from 'node:timers/promises'
import type { Measure } from './measure.ts'
import { openSubject } from './openSubject.ts'

const uplink = 10 * 1024 * 1024
const movingMs = 10_000
/** The same whatever the count, so that nothing but the number of rows differs. */
const fileBytes = 1024 * 1024
/** The intake is a measure of its own. */
const settleInMs = 1000

/** What the main thread has to do while files move, a list of so many rows in the document. */
export function rowsOf(count: number): Measure {
  return {
    id: `rows-${count}`,
    title: `${count.toLocaleString('en')} rows moving`,
    about: `${count.toLocaleString('en')} files of 1 MiB, at 10 MiB/s for 10 s, six at once; seen from the second second on`,
    floor: 'floor-rows',
    figures: [
      { id: 'busyPercent', label: 'main thread busy', unit: '%', comparesWithFloor: true },
      { id: 'scriptPercent', label: 'of it script', unit: '%' },
      { id: 'layoutPercent', label: 'style and layout', unit: '%' },
      { id: 'commitsPerSecond', label: 'React commits', unit: '/s' },
      { id: 'heapMb', label: 'heap growth', unit: 'MB' },
    ],
    takes: ({ showsRows }) => showsRows,
    async run(context, { id }) {
      const subject = await openSubject(context, id)
      try {
        await subject.page.evaluate(([n, size]) => window.bench.prepare(n, size, 'row'), [count, fileBytes] as const)
        await subject.limitUplink(uplink)
        await subject.collectGarbage()
        const heapBefore = (await subject.metrics())['JSHeapUsedSize']!
        await subject.page.evaluate(() => window.bench.pick())
        await delay(settleInMs)
        const commitsBefore = await subject.page.evaluate(() => window.probe.commits)
        const before = await subject.metrics()
        const settled = subject.page.evaluate((ms) => window.bench.settled(ms), movingMs - settleInMs)
        await settled
        const after = await subject.metrics()
        const commits = (await subject.page.evaluate(() => window.probe.commits)) - commitsBefore
        await subject.collectGarbage()
        const heapAfter = (await subject.metrics())['JSHeapUsedSize']!
        const seconds = after['Timestamp']! - before['Timestamp']!
        const share = (name: string) => ((after[name]! - before[name]!) / seconds) * 100
        return {
          busyPercent: share('TaskDuration'),
          scriptPercent: share('ScriptDuration'),
          layoutPercent: share('LayoutDuration') + share('RecalcStyleDuration'),
          commitsPerSecond: commits / seconds,
          heapMb: (heapAfter - heapBefore) / 1e6,
        }
      } finally {
        await subject.close()
      }
    },
  }
}
