import { describe, expect, test } from 'vitest'
import { bucket, createTestStore, readError } from './testStore.ts'

const encode = (value: unknown) => btoa(JSON.stringify(value))

function createCallbackStore(answer: () => Response | Promise<Response>) {
  const calls: Array<{ url: string; body: string; contentType: string | null }> = []
  const callOut = async (request: Request) => {
    calls.push({ url: request.url, body: await request.text(), contentType: request.headers.get('content-type') })
    return answer()
  }
  return { ...createTestStore({ callOut }), calls }
}

const json = {
  callbackUrl: 'http://app.test/stored',
  callbackBody: '{"key":${object},"size":${size},"etag":${etag},"type":${mimeType},"ticket":${x:ticket}}',
  callbackBodyType: 'application/json',
}

describe('an upload with a callback', () => {
  test('is answered with the application’s JSON', async () => {
    const { call, calls } = createCallbackStore(() => Response.json({ id: 7 }))
    const headers = { 'x-oss-callback': encode(json), 'x-oss-callback-var': encode({ 'x:ticket': '4711' }) }
    const response = await call({ headers, body: 'hello' })
    expect([response.status, await response.json()]).toEqual([200, { id: 7 }])
    expect(response.headers.get('etag')).toBe('"5D41402ABC4B2A76B9719D911017C592"')
    const [{ url, body, contentType } = { url: '', body: '', contentType: '' }] = calls
    expect([url, contentType]).toEqual(['http://app.test/stored', 'application/json'])
    expect(JSON.parse(body)).toEqual({
      key: 'a/report.pdf',
      size: 5,
      etag: '5D41402ABC4B2A76B9719D911017C592',
      type: 'application/pdf',
      ticket: '4711',
    })
  })

  test('may name it in the query and ask for form encoding', async () => {
    const { call, calls } = createCallbackStore(() => Response.json({}))
    const callback = { callbackUrl: 'http://app.test/a;http://app.test/b', callbackBody: 'b=${bucket}&k=${object}' }
    expect((await call({ query: [['callback', encode(callback)]], body: 'x' })).status).toBe(200)
    expect(calls).toEqual([
      {
        url: 'http://app.test/a',
        body: `b=${bucket}&k=a%2Freport.pdf`,
        contentType: 'application/x-www-form-urlencoded',
      },
    ])
  })

  test.each<[string, () => Response | Promise<Response>, string]>([
    ['an error', () => new Response('', { status: 502 }), 'Error status : 502.'],
    ['no JSON', () => new Response('ok'), 'Response body is not valid json format.'],
    [
      'nothing at all',
      () => Promise.reject(new TypeError('refused')),
      'Error status : -1. OSS can not connect to your callbackUrl, please check it.',
    ],
  ])('is stored and answered with 203 when the application gives %s', async (_what, answer, message) => {
    const { call, keys } = createCallbackStore(answer)
    const response = await call({ headers: { 'x-oss-callback': encode(json) }, body: 'x' })
    expect(response.status).toBe(203)
    expect(await readError(response)).toMatchObject({ Code: 'CallbackFailed', Message: message, EC: '0007-00000203' })
    expect(await keys()).toEqual(['a/report.pdf'])
  })

  test.each([btoa('{'), encode({ callbackUrl: 'http://app.test' }), '%%%'])(
    'that is malformed (%s) is refused',
    async (value) => {
      const { call, keys } = createCallbackStore(() => Response.json({}))
      expect((await call({ headers: { 'x-oss-callback': value }, body: 'x' })).status).toBe(400)
      expect(await keys()).toEqual([])
    },
  )
})

test('the switch callbackFails stores every upload and answers 203', async () => {
  const { call, keys, switches } = createTestStore()
  switches.set({ callbackFails: true })
  const response = await call({ body: 'x' })
  expect([response.status, (await readError(response))['Code']]).toEqual([203, 'CallbackFailed'])
  expect(await keys()).toEqual(['a/report.pdf'])
})
