import { describe, expect, it } from 'vitest'
import { createHashAhead } from '../../src/engine/hashAhead.ts'
import type { Checksums } from '../../src/engine/ports.ts'
import { queued } from '../../stories/support/posedItems.ts'
import { deferred } from '../support/deferred.ts'

const settle = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

function trackedHashing(names: readonly string[]) {
  const items = new Map(names.map((name) => [name, queued(name, 1)]))
  const begun: string[] = []
  const ends = new Map<string, ReturnType<typeof deferred<Checksums>>>()
  const hasher = {
    compute: (file: File) => {
      const end = deferred<Checksums>()
      begun.push(file.name)
      ends.set(file.name, end)
      return end.promise
    },
    dispose: () => {},
  }
  const hashAhead = createHashAhead({
    integrity: () => ({ algorithms: ['md5'], hasher }),
    itemOf: (id) => items.get(id),
    signalOf: () => new AbortController().signal,
  })
  const end = (name: string) => {
    ends.get(name)?.resolve({ md5: name })
    return settle()
  }
  return { hashAhead, begun, end }
}

describe('checksums made ahead', () => {
  it('are made one file at a time, in the order of the line', async () => {
    const { begun, end, hashAhead } = trackedHashing(['a', 'b', 'c'])
    for (const id of ['a', 'b', 'c']) hashAhead.add(id)
    await settle()
    expect(begun).toEqual(['a'])
    await end('a')
    expect(begun).toEqual(['a', 'b'])
  })

  it('are there for a file whose turn comes later, and are made once', async () => {
    const { begun, end, hashAhead } = trackedHashing(['a'])
    hashAhead.add('a')
    await settle()
    await end('a')
    await expect(hashAhead.take('a')).resolves.toEqual({ md5: 'a' })
    expect(begun).toEqual(['a'])
  })

  it('come next for a file whose turn has come, whoever else waits', async () => {
    const { begun, end, hashAhead } = trackedHashing(['a', 'b', 'c'])
    for (const id of ['a', 'b', 'c']) hashAhead.add(id)
    await settle()
    const taken = hashAhead.take('c')
    await end('a')
    expect(begun).toEqual(['a', 'c'])
    await end('c')
    await expect(taken).resolves.toEqual({ md5: 'c' })
  })

  it('are not made for a file that was taken out of the line', async () => {
    const { begun, end, hashAhead } = trackedHashing(['a', 'b', 'c'])
    for (const id of ['a', 'b', 'c']) hashAhead.add(id)
    hashAhead.forget('b')
    await settle()
    await end('a')
    expect(begun).toEqual(['a', 'c'])
  })
})
