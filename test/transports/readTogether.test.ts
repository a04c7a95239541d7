import { openAsBlob } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { assertReadable } from '../../src/transports/assertReadable.ts'

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'attachkit-'))))
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

const pathOf = (at: number) => path.join(folder, `${at}.txt`)
/** Another one for each file. */
const textOf = (place: string, bytes: number) => path.basename(place).padEnd(bytes, 'x')
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

/** Blobs of files on the disk, in line: each is looked into with those behind it as what is sent next. */
async function lineOf(count: number, bytes = 10) {
  const places = Array.from({ length: count }, (_, at) => pathOf(at))
  await Promise.all(places.map((place) => writeFile(place, textOf(place, bytes))))
  const files = await Promise.all(places.map((place) => openAsBlob(place)))
  const signal = new AbortController().signal
  return {
    /** @param next the first that waits */
    look: (at: number, next = at + 1) =>
      assertReadable(files[at]!, { signal, deadlineMs: 1000, upcoming: () => files.slice(next).values() }),
  }
}

const changed = { code: 'file-changed' }

describe('small files in line', () => {
  it('R75 thirty-two are read as one', async () => {
    const line = await lineOf(34)
    const wholes = vi.spyOn(Blob.prototype, 'arrayBuffer')
    const streams = vi.spyOn(Blob.prototype, 'stream')
    for (let at = 0; at < 32; at += 1) await line.look(at)
    expect(wholes).toHaveBeenCalledOnce()
    expect(streams).not.toHaveBeenCalled()
    await line.look(32)
    expect(wholes).toHaveBeenCalledTimes(2)
  })

  it('R75 what is read already is not read again for a file in another slot', async () => {
    const line = await lineOf(34)
    const wholes = vi.spyOn(Blob.prototype, 'arrayBuffer')
    await line.look(0, 3)
    await line.look(1, 3)
    await line.look(2, 3)
    expect(wholes).toHaveBeenCalledOnce()
  })

  it('R76 each gives its own bytes', async () => {
    const line = await lineOf(4)
    const bytes = [await line.look(0), await line.look(1), await line.look(2)]
    expect(bytes.map(decode)).toEqual([0, 1, 2].map((at) => textOf(pathOf(at), 10)))
  })

  it('R76 one that is written to after it was read is sent as it was picked', async () => {
    const line = await lineOf(2)
    await line.look(0)
    await writeFile(pathOf(1), 'others')
    expect(decode(await line.look(1))).toBe(textOf(pathOf(1), 10))
  })

  it('R75 one that is slow to come holds nothing up', async () => {
    const line = await lineOf(3)
    const wholes = vi.spyOn(Blob.prototype, 'arrayBuffer').mockReturnValue(new Promise(() => {}))
    expect(await line.look(0)).toBeUndefined()
    expect(await line.look(1)).toBeUndefined()
    expect(wholes).toHaveBeenCalledOnce()
  })

  it('R75 the one that is gone is told, the others pass', async () => {
    const line = await lineOf(4)
    await rm(pathOf(2))
    await line.look(0)
    await line.look(1)
    await expect(line.look(2)).rejects.toMatchObject(changed)
    await line.look(3)
  })

  it('R75 one that went since is told by its second attempt', async () => {
    const line = await lineOf(3)
    await line.look(0)
    await line.look(1)
    await rm(pathOf(1))
    await expect(line.look(1)).rejects.toMatchObject(changed)
  })

  it('R75 a reading counts for a second', async () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0)
    const line = await lineOf(3)
    await line.look(0)
    await rm(pathOf(1))
    clock.mockReturnValue(1000)
    await expect(line.look(1)).rejects.toMatchObject(changed)
  })

  it('R70 large ones are never read whole', async () => {
    const line = await lineOf(2, 64 * 1024 + 1)
    const wholes = vi.spyOn(Blob.prototype, 'arrayBuffer')
    await line.look(0)
    const sizes = await Promise.all(wholes.mock.results.map(({ value }) => value as Promise<ArrayBuffer>))
    expect(sizes.map(({ byteLength }) => byteLength)).toEqual([1])
  })
})
