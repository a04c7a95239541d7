import { expect, test } from 'vitest'
import { createRequestLog } from '../../src/dev-server/requestLog.ts'
import { createSimulatorApi } from '../../src/dev-server/simulatorApi.ts'
import { ConnectionReset } from '../../src/simulator/connectionReset.ts'
import { createSimulator } from '../../src/simulator/createSimulator.ts'
import { defaultSwitches } from '../../src/simulator/switches.ts'

function openApi() {
  const log = createRequestLog()
  const api = createSimulatorApi(createSimulator({ storeUrl: 'http://store.test' }), log)
  const call = async (method: string, name: string, body?: unknown) => {
    const init =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const answer = await api(new Request(`http://desk.test/api/simulator/${name}`, { method, ...init }))
    return { status: answer.status, json: await answer.json() }
  }
  return { call, log }
}

test('tells the switches, changes what is named and sets all back', async () => {
  const { call } = openApi()
  expect((await call('GET', 'switches')).json).toEqual(defaultSwitches)
  const changed = await call('PUT', 'switches', { credentialLifeMs: 5000 })
  expect(changed.json).toEqual({ ...defaultSwitches, credentialLifeMs: 5000 })
  expect((await call('DELETE', 'switches')).json).toEqual(defaultSwitches)
})

test.each([
  [{ latency: 1 }, 'There is no switch named "latency".'],
  [{ latencyMs: -1 }, 'The switch "latencyMs" does not take this value.'],
  [[], 'Switches must be an object.'],
])('refuses %j in one sentence and changes nothing', async (body, message) => {
  const { call } = openApi()
  expect(await call('PUT', 'switches', body)).toEqual({ status: 400, json: { error: { code: 'bad-input', message } } })
  expect((await call('GET', 'switches')).json).toEqual(defaultSwitches)
})

test.each([
  ['POST', 'switches'],
  ['GET', 'nothing'],
  ['GET', 'switches/latencyMs'],
])('answers 404 to %s %s', async (method, name) => {
  const { call } = openApi()
  expect((await call(method, name)).status).toBe(404)
})

test('puts requests on record without their query', async () => {
  const { call, log } = openApi()
  await log.watch(
    'store',
    async () => new Response(null, { status: 403 }),
  )(new Request('http://store.test/bucket/a%20b?Signature=secret', { method: 'PUT' }))
  const cut = log.watch('api', () => Promise.reject(new ConnectionReset()))
  await expect(cut(new Request('http://desk.test/api/x'))).rejects.toThrow('cut')
  expect((await call('GET', 'requests')).json).toEqual([
    { plane: 'store', method: 'PUT', path: '/bucket/a%20b', status: 403 },
    { plane: 'api', method: 'GET', path: '/api/x', status: 'cut' },
  ])
  expect((await call('DELETE', 'requests')).json).toEqual([])
  expect(log.entries()).toEqual([])
})
