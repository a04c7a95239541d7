import { describe, expect, it } from 'vitest'
import { createQueue } from '../../src/engine/queue.ts'
import { deferred } from '../support/deferred.ts'

const never = new AbortController().signal

/** Lets every settled promise run its handlers. */
const settle = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

function trackedQueue(concurrency: number) {
  const queue = createQueue(concurrency)
  const started: string[] = []
  const ends = new Map<string, ReturnType<typeof deferred<void>>>()
  const add = (name: string, signal = never) => {
    const end = deferred()
    ends.set(name, end)
    return queue.run(() => {
      started.push(name)
      return end.promise
    }, signal)
  }
  return { queue, started, add, end: (name: string) => ends.get(name)?.resolve() }
}

describe('queue', () => {
  it('R69 starts tasks first in, first out', async () => {
    const { add, end, started } = trackedQueue(2)
    for (const name of ['a', 'b', 'c', 'd']) void add(name)
    await settle()
    expect(started).toEqual(['a', 'b'])
    end('b')
    await settle()
    expect(started).toEqual(['a', 'b', 'c'])
  })

  it('aborts a waiting task without running it', async () => {
    const { add, end, started } = trackedQueue(1)
    const controller = new AbortController()
    void add('a')
    const waiting = add('b', controller.signal)
    void add('c')
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    end('a')
    await settle()
    expect(started).toEqual(['a', 'c'])
  })

  it('frees the slot of a task that fails', async () => {
    const queue = createQueue(1)
    const failing = queue.run(() => Promise.reject(new Error('boom')), never)
    const next = queue.run(() => Promise.resolve('ran'), never)
    await expect(failing).rejects.toThrow('boom')
    await expect(next).resolves.toBe('ran')
  })

  it('starts waiting tasks when the limit rises', async () => {
    const { add, queue, started } = trackedQueue(1)
    for (const name of ['a', 'b', 'c']) void add(name)
    queue.setConcurrency(3)
    await settle()
    expect(started).toEqual(['a', 'b', 'c'])
  })

  it.each([0, -1, Number.NaN])('a limit of %s still lets one task run', async (limit) => {
    await expect(createQueue(limit).run(() => Promise.resolve('ran'), never)).resolves.toBe('ran')
  })

  it('an unlimited queue runs all at once', async () => {
    const { add, started } = trackedQueue(Infinity)
    for (let index = 0; index < 50; index += 1) void add(String(index))
    await settle()
    expect(started).toHaveLength(50)
  })
})
