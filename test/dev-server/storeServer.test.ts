import { expect, onTestFinished, test } from 'vitest'
import { startStoreServer } from '../../src/dev-server/storeServer.ts'
import { createDeferred } from './createDeferred.ts'

const onError = () => undefined

test('listens on a free port and stops when it is closed', async () => {
  const server = await startStoreServer(async () => new Response('store'), { host: '127.0.0.1', port: 0, onError })
  expect(await (await fetch(server.url)).text()).toBe('store')
  await server.close()
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
})

test('says in one sentence that its port is taken, and a way out', async () => {
  const first = await startStoreServer(async () => new Response(), { host: '127.0.0.1', port: 0, onError })
  onTestFinished(() => first.close())
  const port = Number(new URL(first.url).port)
  await expect(
    startStoreServer(async () => new Response(), { host: '127.0.0.1', port, onError }),
  ).rejects.toMatchObject({
    name: 'StartError',
    message: `Port ${port} for the object store is taken: stop what listens there, or choose another one with ATTACHKIT_STORE_PORT.`,
    stack: expect.stringMatching(/^[^\n]+$/),
  })
})

test('ends requests that are still running when it closes', async () => {
  const started = createDeferred<void>()
  const never = new Promise<Response>(() => {})
  const handler = () => {
    started.resolve()
    return never
  }
  const server = await startStoreServer(handler, { host: '127.0.0.1', port: 0, onError })
  const answer = fetch(server.url).then(
    () => 'answered',
    () => 'broken off',
  )
  await started.promise
  await server.close()
  expect(await answer).toBe('broken off')
})
