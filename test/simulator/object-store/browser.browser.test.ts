import { expect, test } from 'vitest'
import { signOssV1Post } from '../../../src/signing/oss/ossPostPolicy.ts'
import { bucket, createRequest, createTestStore, readError } from './testStore.ts'

test.each(['v1', 'v4'] as const)('the store runs in a browser: a %s upload comes back', async (version) => {
  const { call } = createTestStore()
  const body = new Blob([new Uint8Array(3_000_000).fill(7)])
  const put = await call({ version, key: '报告 🎉.bin', headers: { 'content-type': 'x/y' }, body })
  expect(put.status).toBe(200)
  const got = await call({ version, method: 'GET', key: '报告 🎉.bin', headers: { range: 'bytes=-5' } })
  expect([got.status, ...new Uint8Array(await got.arrayBuffer())]).toEqual([206, 7, 7, 7, 7, 7])
})

test('the store runs in a browser: its own forms are read', async () => {
  const { accessKey, clock, fetch, keys } = createTestStore()
  const expiration = new Date(clock.now + 60_000).toISOString()
  const signed = await signOssV1Post({ expiration, conditions: [['eq', '$key', 'a/${filename}']] }, accessKey)
  const form = new FormData()
  for (const [name, value] of Object.entries({ key: 'a/${filename}', ...signed })) form.set(name, value)
  form.set('file', new File(['x'], '名.txt'))
  expect((await fetch(createRequest('http://attachments.localhost/', { method: 'POST', body: form }))).status).toBe(204)
  expect(await keys()).toEqual([`a/名.txt`])
  expect((await fetch(createRequest(`http://${bucket}.localhost/a`, { method: 'GET' }))).status).toBe(403)
})

test('the store runs in a browser: refusals and faults too', async () => {
  const { call, sign, fetch, switches } = createTestStore()
  const { url } = await sign()
  const refused = await fetch(createRequest(url, { headers: { 'content-type': 'image/png' }, body: 'x' }))
  expect(await readError(refused)).toMatchObject({ Code: 'SignatureDoesNotMatch' })
  switches.set({ faults: [{ fault: { type: 'reset', at: { received: 1 } } }] })
  await expect(call({ body: 'x' })).rejects.toMatchObject({ name: 'ConnectionReset' })
})
