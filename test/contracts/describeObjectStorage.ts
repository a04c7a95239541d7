import { describe, expect, test } from 'vitest'
import {
  ObjectExistsError,
  type ObjectFacts,
  type ObjectStorage,
  type PutTarget,
} from '../../src/simulator/object-store/objectStorage.ts'

const bucket = 'attachments'

function targetOf(key: string, overwrite = true): PutTarget {
  return { bucket, key, meta: { headers: { 'content-type': 'text/plain' } }, overwrite }
}

function factsOf(size: number): ObjectFacts {
  return { size, etag: 'E', contentMd5: 'M', crc64: '18446744073709551615', lastModified: 5 }
}

function bodyOf(...chunks: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk))
      controller.close()
    },
  })
}

/** A body that breaks after its first chunk. */
function brokenBody(error: Error): ReadableStream<Uint8Array> {
  let isFirst = true
  return new ReadableStream({
    pull(controller) {
      if (!isFirst) return controller.error(error)
      isFirst = false
      controller.enqueue(new TextEncoder().encode('half'))
    },
  })
}

/** What every object storage keeps to. */
export function describeObjectStorage(name: string, create: () => ObjectStorage | Promise<ObjectStorage>): void {
  const put = (storage: ObjectStorage, key: string, text: string, overwrite?: boolean) =>
    storage.put(targetOf(key, overwrite), bodyOf(...Array.from(text)), () => factsOf(text.length))
  const textOf = async (storage: ObjectStorage, key: string) => {
    const opened = await storage.get(bucket, key)
    return opened && new Response(opened.body).text()
  }

  const rangeOf = async (storage: ObjectStorage, key: string, start: number, end: number) =>
    new Response((await storage.get(bucket, key, { start, end }))?.body).text()

  describe(`${name}`, () => {
    test('gives back the bytes and all that was said of them', async () => {
      const storage = await create()
      const object = await put(storage, 'a/b.txt', 'hello')
      expect(object).toEqual({ ...factsOf(5), bucket, key: 'a/b.txt', meta: targetOf('').meta })
      expect(await storage.head(bucket, 'a/b.txt')).toEqual(object)
      const opened = await storage.get(bucket, 'a/b.txt')
      expect(opened?.object).toEqual(object)
      expect(await new Response(opened?.body).text()).toBe('hello')
    })

    test('keeps an object of no bytes', async () => {
      const storage = await create()
      await put(storage, 'empty', '')
      expect(await textOf(storage, 'empty')).toBe('')
    })

    test.each([
      [0, 0, '0'],
      [2, 4, '234'],
      [9, 9, '9'],
      [0, 9, '0123456789'],
    ])('gives bytes %i to %i', async (start, end, text) => {
      const storage = await create()
      await put(storage, 'digits', '0123456789')
      const opened = await storage.get(bucket, 'digits', { start, end })
      expect(await new Response(opened?.body).text()).toBe(text)
    })

    test('knows nothing of a key that was never put', async () => {
      const storage = await create()
      await put(storage, 'a', 'x')
      expect(await storage.head(bucket, 'b')).toBeUndefined()
      expect(await storage.get(bucket, 'b')).toBeUndefined()
      expect(await storage.head('other', 'a')).toBeUndefined()
      expect(await storage.delete(bucket, 'b')).toBe(false)
    })

    test.each(['../../etc/passwd', 'a//b', '.', 'CON', 'ä/🎉 %2F?#\\"', 'x'.repeat(1023)])(
      'takes the key %s as it is',
      async (key) => {
        const storage = await create()
        await put(storage, key, 'x')
        expect((await storage.list(bucket)).map((object) => object.key)).toEqual([key])
        expect(await textOf(storage, key)).toBe('x')
      },
    )

    test('keeps nothing of a body that breaks', async () => {
      const storage = await create()
      const error = new Error('cut')
      await expect(storage.put(targetOf('a'), brokenBody(error), () => factsOf(4))).rejects.toBe(error)
      expect(await storage.list(bucket)).toEqual([])
    })

    test('keeps nothing that could not be sealed, and the object before it', async () => {
      const storage = await create()
      const error = new Error('does not fit its digest')
      const refuse = () => {
        throw error
      }
      await put(storage, 'a', 'first')
      await expect(storage.put(targetOf('a'), bodyOf('second'), refuse)).rejects.toBe(error)
      await expect(storage.put(targetOf('b'), bodyOf('second'), refuse)).rejects.toBe(error)
      expect((await storage.list(bucket)).map((object) => object.key)).toEqual(['a'])
      expect(await textOf(storage, 'a')).toBe('first')
    })

    test('shows the object before until the next one is whole', async () => {
      const storage = await create()
      await put(storage, 'a', 'first')
      let finish = () => {}
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('second'))
          finish = () => controller.close()
        },
      })
      const putting = storage.put(targetOf('a'), body, () => factsOf(6))
      expect(await textOf(storage, 'a')).toBe('first')
      finish()
      await putting
      expect(await textOf(storage, 'a')).toBe('second')
    })

    test('does not overwrite when told so, nor in a race', async () => {
      const storage = await create()
      await put(storage, 'a', 'first')
      await expect(put(storage, 'a', 'second', false)).rejects.toBeInstanceOf(ObjectExistsError)
      const race = await Promise.allSettled([put(storage, 'b', '1', false), put(storage, 'b', '2', false)])
      expect(race.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(await textOf(storage, 'a')).toBe('first')
    })

    test('joins objects to one, and lets each go by itself', async () => {
      const storage = await create()
      for (const [key, text] of [
        ['1', 'one '],
        ['2', 'two '],
        ['3', 'three'],
      ] as const)
        await put(storage, key, text)
      const sources = ['3', '1', '2'].map((key) => ({ bucket, key }))
      const object = await storage.join(targetOf('whole'), sources, factsOf(13))
      expect(object).toEqual({ ...factsOf(13), bucket, key: 'whole', meta: targetOf('').meta })
      for (const key of ['1', '2', '3']) expect(await storage.delete(bucket, key)).toBe(true)
      expect(await textOf(storage, 'whole')).toBe('threeone two ')
      expect(await rangeOf(storage, 'whole', 3, 9)).toBe('eeone t')
      expect(await rangeOf(storage, 'whole', 5, 8)).toBe('one ')
      expect(await storage.delete(bucket, 'whole')).toBe(true)
      expect(await storage.list(bucket)).toEqual([])
    })

    test('joins nothing that is not there, and overwrites only when told so', async () => {
      const storage = await create()
      await put(storage, 'a', 'first')
      const join = (key: string, overwrite: boolean, source = 'a') =>
        storage.join(targetOf(key, overwrite), [{ bucket, key: source }], factsOf(5))
      await expect(join('b', true, 'nowhere')).rejects.toThrow('is not there')
      await expect(join('a', false)).rejects.toBeInstanceOf(ObjectExistsError)
      await join('a', true)
      expect(await textOf(storage, 'a')).toBe('first')
    })

    test('forgets what is deleted', async () => {
      const storage = await create()
      await put(storage, 'a', 'x')
      expect(await storage.delete(bucket, 'a')).toBe(true)
      expect(await storage.get(bucket, 'a')).toBeUndefined()
    })

    test('lists by prefix, in the order of keys', async () => {
      const storage = await create()
      for (const key of ['b/2', 'a', 'b/10', 'b']) await put(storage, key, 'x')
      const keysOf = async (prefix?: string) => (await storage.list(bucket, prefix)).map((object) => object.key)
      expect(await keysOf()).toEqual(['a', 'b', 'b/10', 'b/2'])
      expect(await keysOf('b/')).toEqual(['b/10', 'b/2'])
    })
  })
}
