import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createS3Store } from '../../src/server/s3Store.ts'
import { readDevStoreArguments } from '../../src/dev-server/devStoreArguments.ts'
import { startDevStore } from '../../src/dev-server/startDevStore.ts'

async function start(...args: string[]) {
  const data = await mkdtemp(path.join(tmpdir(), 'attachkit-dev-store-'))
  const told = readDevStoreArguments(['--port', '0', '--store-port', '0', '--data', data, ...args])
  const errors: unknown[] = []
  const store = await startDevStore(told, (error) => errors.push(error))
  onTestFinished(async () => {
    await store.close()
    await rm(data, { recursive: true })
    expect(errors).toEqual([])
  })
  return store
}

test('tells the key with which a backend may sign for a bucket of its own', async () => {
  const { greeting, storeUrl } = await start('--bucket', 'mine')
  const [, id = '', secret = ''] = /Key {7}(\S+) (\S+)/.exec(greeting) ?? []
  const [, region = ''] = /region (\S+), buckets mine/.exec(greeting) ?? []
  const signer = createS3Store({
    endpoint: storeUrl,
    region,
    bucket: 'mine',
    accessKey: { id, secret },
    pathStyle: true,
  })
  const file = { key: 'a/b', size: 3, type: 'text/plain', lifeSeconds: 60 }
  const signed = await signer.signUpload(file)
  const headers = 'headers' in signed ? signed.headers : {}
  expect(await fetch(signed.url, { method: 'PUT', headers, body: 'abc' })).toMatchObject({ status: 200 })
  expect(await signer.head('a/b')).toMatchObject({ size: 3 })
})

test('shows its switches at the root and under the APIs', async () => {
  const { url } = await start()
  for (const place of ['/', '/api/simulator/', '/api/simulator']) {
    const page = await fetch(`${url}${place}`)
    expect([place, page.status, page.headers.get('content-type')]).toEqual([place, 200, 'text/html; charset=utf-8'])
  }
})

test('lets the pages in that it was told of', async () => {
  const { url } = await start('--origin', 'https://desk.test')
  const allowed = async (origin: string) =>
    (await fetch(`${url}/api/simulator/switches`, { headers: { origin } })).headers.get('access-control-allow-origin')
  expect(
    await Promise.all(['https://desk.test', 'http://[::1]:3000', 'https://other.test', 'null'].map(allowed)),
  ).toEqual(['https://desk.test', 'http://[::1]:3000', null, null])
})
