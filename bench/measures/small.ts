import type { Measure } from './measure.ts'
import { openSubject } from './openSubject.ts'

const count = 1000
const bytes = 10_000

export const small: Measure = {
  id: 'small',
  title: '1,000 files of 10 kB',
  about: 'signing takes 20 ms a call, six uploads at once',
  floor: 'floor',
  figures: [
    { id: 'wallMs', label: 'wall', unit: 'ms', comparesWithFloor: true },
    { id: 'signCalls', label: 'signing calls', unit: 'count' },
    { id: 'preflights', label: 'preflights', unit: 'count' },
  ],
  takes: ({ id }) => id !== 'floor-rows' && id !== 'uppy-dashboard',
  async run(context, { id }) {
    const subject = await openSubject(context, id, { signDelayMs: 20 })
    try {
      await subject.page.evaluate(([n, size]) => window.bench.prepare(n, size, 'small'), [count, bytes] as const)
      await subject.page.evaluate(() => window.bench.pick())
      const settled = await subject.page.evaluate(() => window.bench.settled(60_000))
      const stats = await subject.serverStats()
      const arrived = Object.keys(stats.objects).length
      if (settled.done !== count || arrived < count) throw new Error(`${id}: ${settled.done} done, ${arrived} arrived`)
      return { wallMs: settled.ms, signCalls: stats.signCalls, preflights: stats.preflights }
    } finally {
      await subject.close()
    }
  },
}
