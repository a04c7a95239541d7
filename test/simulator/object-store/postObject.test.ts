import { describe, expect, test } from 'vitest'
import { createTemporaryAccessKey, type AccessKey } from '../../../src/signing/accessKey.ts'
import { parseBasicDateTime } from '../../../src/signing/dateTime.ts'
import { signOssV1Post, signOssV4Post } from '../../../src/signing/oss/ossPostPolicy.ts'
import { ossV1Signature } from '../../../src/signing/oss/ossV1.ts'
import { encodePostPolicy, type PolicyCondition } from '../../../src/signing/postPolicy.ts'
import vectors from '../../vectors/oss-post.json'
import { bucket, createRequest, createTestStore, readError, region } from './testStore.ts'

interface Form {
  conditions?: PolicyCondition[]
  /** Before the file. */
  fields?: Record<string, string>
  file?: File
  version?: 'v1' | 'v4'
  accessKey?: AccessKey
  /** Last changes, after signing. */
  change?: (form: FormData) => void
}

const key = 'temp/report.pdf'
const report = new File(['%PDF-1.7'], 'report.pdf', { type: 'application/pdf' })

function createFormStore() {
  const store = createTestStore()

  async function post({ conditions = [], fields = {}, file = report, version = 'v1', ...rest }: Form = {}) {
    const policy = {
      expiration: new Date(store.clock.now + 60_000).toISOString(),
      conditions: [{ bucket }, ['eq', '$key', fields['key'] ?? key] as const, ...conditions],
    }
    const signer = rest.accessKey ?? store.accessKey
    const signed =
      version === 'v1'
        ? await signOssV1Post(policy, signer)
        : await signOssV4Post(policy, signer, { region, signedAt: store.clock.now })
    const form = new FormData()
    for (const [name, value] of Object.entries({ key, ...signed, ...fields })) form.set(name, value)
    form.set('file', file)
    rest.change?.(form)
    return () => store.fetch(createRequest('http://attachments.localhost/', { method: 'POST', body: form }))
  }

  return {
    ...store,
    prepare: post,
    post: async (form?: Form) => (await post(form))(),
    stored: async (name = key) => store.storage.head(bucket, name),
  }
}

async function refusal(response: Response) {
  const { Code, Message } = await readError(response)
  return [response.status, Code, Message]
}

describe('a form', () => {
  test.each(['v1', 'v4'] as const)('with a %s policy is stored and answered with 204', async (version) => {
    const { post, stored } = createFormStore()
    const response = await post({ version })
    expect([response.status, await response.text()]).toEqual([204, ''])
    expect(response.headers.get('etag')).toBe(`"${(await stored())!.etag}"`)
    expect(await stored()).toMatchObject({ size: 8, meta: { headers: { 'content-type': 'application/pdf' } } })
  })

  test.each([
    ['200', 200],
    ['204', 204],
    ['299', 204],
  ])('with success_action_status %s is answered with %i and no body', async (success, status) => {
    const { post } = createFormStore()
    const response = await post({ fields: { success_action_status: success } })
    expect([response.status, await response.text()]).toEqual([status, ''])
  })

  test('with success_action_status 201 is answered with XML', async () => {
    const { post, stored } = createFormStore()
    const response = await post({ fields: { success_action_status: '201', key: 'temp/a&b ü.pdf' } })
    expect(response.status).toBe(201)
    expect(await readError(response)).toEqual({
      Bucket: bucket,
      Key: 'temp/a&b ü.pdf',
      Location: 'http://attachments.localhost/temp/a%26b%20%C3%BC.pdf',
      ETag: `"${(await stored('temp/a&b ü.pdf'))!.etag}"`,
    })
  })

  test('with success_action_redirect sends the client on', async () => {
    const { post } = createFormStore()
    const response = await post({ fields: { success_action_redirect: 'http://helpdesk.test/done' } })
    expect([response.status, response.headers.get('location')]).toEqual([303, 'http://helpdesk.test/done'])
  })

  test('may take its key from the file’s name', async () => {
    const { post, keys } = createFormStore()
    const file = new File(['x'], '报告 🎉.txt')
    expect((await post({ fields: { key: 'temp/${filename}' }, file })).status).toBe(204)
    expect(await keys()).toEqual(['temp/报告 🎉.txt'])
  })

  test('may be posted to a path-style address', async () => {
    const { prepare, fetch } = createFormStore()
    let form = new FormData()
    await prepare({ change: (made) => (form = made) })
    const request = createRequest(`http://127.0.0.1:8399/${bucket}`, { method: 'POST', body: form })
    expect((await fetch(request)).status).toBe(204)
  })

  test('takes metadata from its fields, the more special type first', async () => {
    const { post, stored } = createFormStore()
    await post({
      fields: {
        'Cache-Control': 'no-store',
        'x-oss-meta-ticket': '4711',
        'Content-Type': 'text/plain',
        'x-oss-content-type': 'image/png',
      },
    })
    const headers = { 'cache-control': 'no-store', 'x-oss-meta-ticket': '4711', 'content-type': 'image/png' }
    expect((await stored())?.meta.headers).toEqual(headers)
  })

  test('ignores fields after the file', async () => {
    const { post, stored } = createFormStore()
    const change = (form: FormData) => form.set('x-oss-meta-late', '1')
    expect((await post({ change })).status).toBe(204)
    expect((await stored())?.meta.headers).not.toHaveProperty('x-oss-meta-late')
  })

  test('is verified by the vectors of the vendor’s SDK', async () => {
    const { v1, v4 } = vectors
    const accessKey = { id: v1.accessKeyId, secret: v1.accessKeySecret }
    const at = { v1: Date.parse('2022-06-04T07:11:17Z'), v4: parseBasicDateTime(v4.date)! }
    for (const [fields, now] of [
      [v1.formFields, at.v1],
      [{ key: 'temp/1440155109798732/upload/a.png', 'content-type': 'image/png', ...v4.formFields }, at.v4],
    ] as const) {
      const names = { buckets: ['hbr-temp-bucket'], accessKeys: [accessKey], region: 'cn-shenzhen' }
      const { fetch } = createTestStore({ ...names, now: () => now })
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('file', report)
      const request = createRequest('http://hbr-temp-bucket.localhost/', { method: 'POST', body: form })
      expect((await fetch(request)).status).toBe(204)
    }
  })
})

describe('R15 a form is taken only as it was signed', () => {
  test.each<[string, PolicyCondition, Record<string, string>]>([
    ['eq', ['eq', '$x-oss-meta-a', '1'], { 'x-oss-meta-a': '1' }],
    ['an exact match', { 'x-oss-meta-a': '1' }, { 'x-oss-meta-a': '1' }],
    ['starts-with', ['starts-with', '$x-oss-meta-a', 'be'], { 'x-oss-meta-a': 'begin' }],
    ['starts-with nothing', ['starts-with', '$x-oss-meta-a', ''], { 'x-oss-meta-a': 'any' }],
    ['in', ['in', '$content-type', ['image/jpeg', 'application/pdf']], {}],
    ['not-in', ['not-in', '$cache-control', ['no-cache']], { 'Cache-Control': 'no-store' }],
    ['a name in another case', ['eq', '$Content-Type', 'image/png'], { 'content-type': 'image/png' }],
    ['a range', ['content-length-range', 8, 8], {}],
  ])('%s holds', async (_name, condition, fields) => {
    const { post } = createFormStore()
    expect((await post({ conditions: [condition], fields })).status).toBe(204)
  })

  test.each<[string, PolicyCondition, Record<string, string>, string]>([
    ['eq', ['eq', '$x-oss-meta-a', '1'], { 'x-oss-meta-a': '2' }, '["eq", "$x-oss-meta-a", "1"]'],
    ['an exact match', { 'x-oss-meta-a': '1' }, {}, '["eq", "$x-oss-meta-a", "1"]'],
    ['starts-with', ['starts-with', '$key', 'user/'], {}, '["starts-with", "$key", "user/"]'],
    ['in', ['in', '$content-type', ['image/png']], {}, '["in", "$content-type", ["image/png"]]'],
    [
      'not-in',
      ['not-in', '$content-type', ['application/pdf']],
      {},
      '["not-in", "$content-type", ["application/pdf"]]',
    ],
  ])('%s fails and is named', async (_name, condition, fields, source) => {
    const { post, stored } = createFormStore()
    expect(await refusal(await post({ conditions: [condition], fields }))).toEqual([
      403,
      'AccessDenied',
      `Invalid according to Policy: Policy Condition failed: ${source}`,
    ])
    expect(await stored()).toBeUndefined()
  })

  test('the policy sees the key before the file’s name goes in', async () => {
    const { post } = createFormStore()
    const conditions: PolicyCondition[] = [['starts-with', '$key', 'temp/${file']]
    expect((await post({ fields: { key: 'temp/${filename}' }, conditions })).status).toBe(204)
  })

  test('a field the policy does not name passes, unless the store is strict', async () => {
    const { post, switches } = createFormStore()
    expect((await post({ fields: { 'x-oss-meta-a': '1' } })).status).toBe(204)
    switches.set({ strictFormFields: true })
    expect(await refusal(await post({ fields: { 'x-oss-meta-a': '1' } }))).toEqual([
      403,
      'AccessDenied',
      'Invalid according to Policy: Extra input fields: x-oss-meta-a',
    ])
    expect((await post({ fields: { 'x-oss-meta-a': '1' }, conditions: [{ 'x-oss-meta-a': '1' }] })).status).toBe(204)
    expect((await post({ version: 'v4' })).status).toBe(204)
  })

  test('an expired policy is refused', async () => {
    const { prepare, clock } = createFormStore()
    const send = await prepare()
    clock.now += 60_000
    expect(await refusal(await send())).toEqual([403, 'AccessDenied', 'Invalid according to Policy: Policy expired.'])
  })

  test.each([
    ['V1', 'Signature', 'v1'],
    ['V4', 'x-oss-signature', 'v4'],
  ] as const)('a tampered %s signature is refused', async (_name, field, version) => {
    const { post } = createFormStore()
    const change = (form: FormData) => form.set(field, 'AAAA')
    expect((await refusal(await post({ version, change }))).slice(0, 2)).toEqual([403, 'SignatureDoesNotMatch'])
  })

  test('a tampered policy is refused', async () => {
    const { post } = createFormStore()
    const wide = encodePostPolicy({ expiration: '2030-01-01T00:00:00Z', conditions: [['starts-with', '$key', '']] })
    const change = (form: FormData) => form.set('policy', wide)
    expect((await refusal(await post({ change }))).slice(0, 2)).toEqual([403, 'SignatureDoesNotMatch'])
  })

  test('a temporary key needs its token among the fields', async () => {
    const { post, accessKeys, clock } = createFormStore()
    const accessKey = createTemporaryAccessKey(clock.now + 60_000)
    accessKeys.push(accessKey)
    for (const version of ['v1', 'v4'] as const) {
      expect((await post({ version, accessKey })).status).toBe(204)
      const change = (form: FormData) => form.delete('x-oss-security-token')
      expect((await refusal(await post({ version, accessKey, change })))[1]).toBe('InvalidSecurityToken')
    }
  })
})

describe('R17 sizes', () => {
  test('beyond the range are refused with the limit, and nothing is kept', async () => {
    const { post, stored } = createFormStore()
    const conditions: PolicyCondition[] = [['content-length-range', 0, 7]]
    const response = await post({ conditions })
    expect(response.status).toBe(400)
    expect(await readError(response)).toMatchObject({ Code: 'EntityTooLarge', MaxSizeAllowed: '7' })
    expect(await stored()).toBeUndefined()
  })

  test('below the range are refused with both sizes', async () => {
    const { post, stored } = createFormStore()
    const response = await post({ conditions: [['content-length-range', 9, 20]] })
    expect(response.status).toBe(400)
    const error = { Code: 'EntityTooSmall', ProposedSize: '8', MinSizeAllowed: '9' }
    expect(await readError(response)).toMatchObject(error)
    expect(await stored()).toBeUndefined()
  })
})

describe('malformed forms', () => {
  const send = async (change: (form: FormData) => void) => {
    const { post, keys } = createFormStore()
    const response = await post({ change })
    return { refused: (await refusal(response)).slice(0, 2), keys: await keys() }
  }
  const afterFile = (form: FormData) => {
    form.delete('key')
    form.append('key', key)
  }

  test.each<[string, (form: FormData) => void, string]>([
    ['no key', (form) => form.delete('key'), 'InvalidArgument'],
    ['the key after the file', afterFile, 'InvalidArgument'],
    ['no file', (form) => form.delete('file'), 'IncorrectNumberOfFilesInPOSTRequest'],
    ['two files', (form) => form.append('file', report), 'IncorrectNumberOfFilesInPOSTRequest'],
    ['an empty access key', (form) => form.set('OSSAccessKeyId', ''), 'InvalidArgument'],
    ['no signature', (form) => form.delete('Signature'), 'InvalidArgument'],
    [
      'a value of more than two megabytes',
      (form) => {
        form.delete('file')
        form.set('x-oss-meta-a', 'x'.repeat(2 * 1024 * 1024 + 1))
        form.set('file', report)
      },
      'FieldItemTooLong',
    ],
    [
      'a callback that is not JSON',
      (form) => {
        form.delete('file')
        form.set('callback', '!')
        form.set('file', report)
      },
      'InvalidArgument',
    ],
  ])('%s', async (_what, change, code) => {
    expect(await send(change)).toEqual({ refused: [400, code], keys: [] })
  })

  test('a form without any signature is refused', async () => {
    const { fetch } = createTestStore()
    const form = new FormData()
    form.set('key', key)
    form.set('file', report)
    const response = await fetch(createRequest('http://attachments.localhost/', { method: 'POST', body: form }))
    expect((await refusal(response)).slice(0, 2)).toEqual([403, 'AccessDenied'])
  })

  test.each([
    ['another content type', 'application/json', '{}', 'RequestIsNotMultiPartContent'],
    ['a body that is cut off', 'multipart/form-data; boundary=B', '--B\r\nContent-Disp', 'MalformedPOSTRequest'],
  ])('%s', async (_what, contentType, body, code) => {
    const { fetch } = createTestStore()
    const headers = { 'content-type': contentType }
    const response = await fetch(createRequest('http://attachments.localhost/', { method: 'POST', headers, body }))
    expect((await refusal(response)).slice(0, 2)).toEqual([400, code])
  })

  test.each<[string, unknown]>([
    ['no JSON', 'nonsense'],
    ['a list', []],
    ['no expiration', { conditions: [{ bucket }] }],
    ['an expiration in words', { expiration: 'soon', conditions: [{ bucket }] }],
    ['no conditions', { expiration: '2030-01-01T00:00:00Z' }],
    ['empty conditions', { expiration: '2030-01-01T00:00:00Z', conditions: [] }],
    ['a condition with two members', { expiration: '2030-01-01T00:00:00Z', conditions: [{ a: '1', b: '2' }] }],
    ['a condition with a number', { expiration: '2030-01-01T00:00:00Z', conditions: [{ a: 1 }] }],
    ['an unknown operator', { expiration: '2030-01-01T00:00:00Z', conditions: [['like', '$key', 'a']] }],
    ['a field without $', { expiration: '2030-01-01T00:00:00Z', conditions: [['eq', 'key', 'a']] }],
    ['a range upside down', { expiration: '2030-01-01T00:00:00Z', conditions: [['content-length-range', 9, 1]] }],
    ['a range of words', { expiration: '2030-01-01T00:00:00Z', conditions: [['content-length-range', 'a', 'b']] }],
  ])('a signed policy that is %s is refused', async (_what, policy) => {
    const { post, accessKey } = createFormStore()
    const encoded = btoa(typeof policy === 'string' ? policy : JSON.stringify(policy))
    const signature = await ossV1Signature(accessKey.secret, encoded)
    const change = (form: FormData) => {
      form.set('policy', encoded)
      form.set('Signature', signature)
    }
    expect((await refusal(await post({ change }))).slice(0, 2)).toEqual([400, 'InvalidPolicyDocument'])
  })
})
