import { describe, expect, it } from 'vitest'
import { createLine } from '../../src/engine/line.ts'
import { deferred } from '../support/deferred.ts'

/** Lets every settled promise run its handlers. */
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

function trackedLine(concurrency: number) {
  const started: string[] = []
  const ends = new Map<string, ReturnType<typeof deferred<void>>>()
  const line = createLine(concurrency, (id) => {
    const end = deferred()
    started.push(id)
    ends.set(id, end)
    return end.promise
  })
  const add = (...ids: string[]) => ids.forEach(line.add)
  const end = (id: string) => {
    ends.get(id)?.resolve()
    return settle()
  }
  return { line, started, add, end }
}

describe('line', () => {
  it('R69 starts what waits first in, first out, as slots become free', async () => {
    const { add, end, started } = trackedLine(2)
    add('a', 'b', 'c', 'd')
    expect(started).toEqual(['a', 'b'])
    await end('b')
    expect(started).toEqual(['a', 'b', 'c'])
  })

  it('knows what waits and forgets what was started', async () => {
    const { add, end, line } = trackedLine(1)
    add('a', 'b', 'c')
    expect([...line.waiting()]).toEqual(['b', 'c'])
    expect([line.has('a'), line.has('b')]).toEqual([false, true])
    await end('a')
    expect([...line.waiting()]).toEqual(['c'])
  })

  it('never starts what was taken out', async () => {
    const { add, end, line, started } = trackedLine(1)
    add('a', 'b', 'c')
    line.delete('b')
    await end('a')
    expect(started).toEqual(['a', 'c'])
  })

  it('R69 starts what waits when the limit rises', () => {
    const { add, line, started } = trackedLine(1)
    add('a', 'b', 'c')
    line.setConcurrency(3)
    expect(started).toEqual(['a', 'b', 'c'])
  })

  it('starts nothing while paused and goes on after', async () => {
    const { add, end, line, started } = trackedLine(1)
    add('a', 'b')
    line.pause()
    await end('a')
    expect(started).toEqual(['a'])
    line.resume()
    expect(started).toEqual(['a', 'b'])
  })

  it('takes one that comes again to the end', () => {
    const { add, line, started } = trackedLine(1)
    add('a', 'b', 'a')
    expect(started).toEqual(['a'])
    expect([...line.waiting()]).toEqual(['b', 'a'])
  })

  it.each([0, -1, Number.NaN])('a limit of %s still lets one start', (limit) => {
    const { add, started } = trackedLine(limit)
    add('a', 'b')
    expect(started).toEqual(['a'])
  })
})
