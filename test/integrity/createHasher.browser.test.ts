import { expect, it } from 'vitest'
import { createHasher } from '../../src/integrity/createHasher.ts'

const never = new AbortController().signal

it('computes in a worker, several files at once', async () => {
  const hasher = createHasher()
  const [first, second] = await Promise.all([
    hasher.compute(new Blob(['123456789']), ['crc64ecma', 'md5'], never),
    hasher.compute(new Blob(['hello']), ['crc64ecma'], never),
  ])
  expect(first).toEqual({ crc64ecma: '11051210869376104954', md5: 'JfnnlDI7RTiF9RgfG2JNCw==' })
  expect(second).toEqual({ crc64ecma: '11177612005948864433' })
})

it('an abort settles at once and leaves the worker usable', async () => {
  const hasher = createHasher()
  const controller = new AbortController()
  const long = hasher.compute(new Blob([new Uint8Array(64 * 1024 * 1024)]), ['sha256'], controller.signal)
  controller.abort()
  await expect(long).rejects.toMatchObject({ name: 'AbortError' })
  await expect(hasher.compute(new Blob(['hello']), ['crc64ecma'], never)).resolves.toHaveProperty('crc64ecma')
})

it('a worker that cannot start fails its files and does not hang', async () => {
  const hasher = createHasher({ createWorker: () => new Worker('/there-is-no-such-worker.js', { type: 'module' }) })
  await expect(hasher.compute(new Blob(['hello']), ['md5'], never)).rejects.toMatchObject({ code: 'file-changed' })
})
