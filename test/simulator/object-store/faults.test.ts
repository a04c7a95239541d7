import { describe, expect, test } from 'vitest'
import { ConnectionReset } from '../../../src/simulator/connectionReset.ts'
import type { Fault, FaultMatch } from '../../../src/simulator/faults.ts'
import { createTestStore, readError } from './testStore.ts'

function strike(fault: Fault, match?: FaultMatch) {
  const store = createTestStore()
  store.switches.set({ faults: [{ ...(match ? { match } : {}), fault }] })
  return store
}

describe('scripted faults of the store', () => {
  test('answer in XML, with Retry-After and CORS headers, and keep nothing', async () => {
    const { call, keys } = strike({ type: 'answer', status: 503, code: 'SlowDown', headers: { 'Retry-After': '3' } })
    const response = await call({ body: 'x' })
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '3'])
    expect(response.headers.get('access-control-allow-origin')).not.toBeNull()
    expect(await readError(response)).toMatchObject({
      Code: 'SlowDown',
      RequestId: response.headers.get('x-oss-request-id'),
    })
    expect(await keys()).toEqual([])
    expect((await call({ body: 'x' })).status).toBe(200)
  })

  test('answer an error although the object is stored', async () => {
    const { call, keys } = strike({ type: 'answer', status: 500, at: 'handled' })
    expect((await call({ body: 'x' })).status).toBe(500)
    expect(await keys()).toEqual(['a/report.pdf'])
  })

  test('cut the connection although the object is stored', async () => {
    const { call, keys } = strike({ type: 'reset', at: 'handled' })
    await expect(call({ body: 'x' })).rejects.toBeInstanceOf(ConnectionReset)
    expect(await keys()).toEqual(['a/report.pdf'])
  })

  test('corrupt what is stored, which its digest then tells', async () => {
    const { call } = strike({ type: 'corrupt', at: { received: 0 } })
    const headers = { 'x-oss-hash-crc64ecma': '11177612005948864433' }
    expect(await readError(await call({ headers, body: 'hello' }))).toMatchObject({ Code: 'InvalidCRC64' })
    expect((await call({ headers, body: 'hello' })).status).toBe(200)
  })

  test.each<[string, Fault, (response: Response) => Promise<unknown>, unknown]>([
    ['truncate', { type: 'truncate', at: 0.5 }, (response) => response.text(), 'hel'],
    ['corrupt', { type: 'corrupt', at: { sent: 0 } }, (response) => response.text(), 'hello\u0020'],
  ])('%s a download', async (_name, fault, read, seen) => {
    const { call } = strike(fault, { operation: 'GetObject' })
    await call({ body: 'hello!' })
    expect(await read(await call({ method: 'GET' }))).toBe(seen)
    expect(await (await call({ method: 'GET' })).text()).toBe('hello!')
  })

  test('cut a download half-way, with the whole length promised', async () => {
    const { call } = strike({ type: 'reset', at: { sent: 0.5 } }, { operation: 'GetObject' })
    await call({ body: 'hello!' })
    const response = await call({ method: 'GET' })
    expect(response.headers.get('content-length')).toBe('6')
    await expect(response.text()).rejects.toBeInstanceOf(ConnectionReset)
  })

  test('meet one key and not another', async () => {
    const { call } = strike({ type: 'reset', at: 'start' }, { keyIncludes: 'second' })
    expect((await call({ key: 'first', body: 'x' })).status).toBe(200)
    await expect(call({ key: 'second', body: 'x' })).rejects.toBeInstanceOf(ConnectionReset)
  })
})

test('a store whose clock is ahead refuses what has not expired for the page', async () => {
  const { call, switches } = createTestStore()
  switches.set({ clockSkewMs: 61_000 })
  expect(await readError(await call({ body: 'x' }))).toMatchObject({
    Code: 'AccessDenied',
    Message: 'Request has expired.',
  })
  switches.set({ clockSkewMs: -61_000 })
  expect((await call({ body: 'x' })).status).toBe(200)
})

test('a fifth of 500 uploads fails by the dice, and the rest is stored', async () => {
  const { call, keys, switches } = createTestStore()
  switches.set({ failureRate: 0.2, failures: [{ type: 'answer', status: 500 }], seed: 42 })
  const statuses: number[] = []
  for (let at = 0; at < 500; at++) statuses.push((await call({ key: `file-${at}`, body: 'x' })).status)
  const failed = statuses.filter((status) => status === 500).length
  expect(failed).toBeGreaterThan(70)
  expect(failed).toBeLessThan(130)
  expect(await keys()).toHaveLength(500 - failed)
})
