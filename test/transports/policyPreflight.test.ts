import { describe, expect, it } from 'vitest'
import type { FileMeta, FormPolicyCredential } from '../../src/engine/ports.ts'
import { checkPolicy } from '../../src/transports/policyPreflight.ts'
import ossPost from '../vectors/oss-post.json' with { type: 'json' }

const meta: FileMeta = { name: 'report.pdf', size: 1000, contentType: 'application/pdf', lastModified: 0 }

function check(
  conditions: unknown,
  fields: [string, string][] = [['key', 'temp/report.pdf']],
  changes: Partial<FileMeta> = {},
) {
  const policy = encode({ expiration: '2020-01-01T00:00:00.000Z', conditions })
  return checkPolicy(credentialOf([...fields, ['policy', policy]]), { ...meta, ...changes })
}

function credentialOf(fields: [string, string][], changes: Partial<FormPolicyCredential> = {}): FormPolicyCredential {
  return {
    kind: 'form-policy',
    handle: 'h',
    url: 'https://store.example/',
    headers: {},
    fields,
    fileField: 'file',
    ...changes,
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64')
}

describe('checkPolicy', () => {
  it('names the limit of a file that is too large', () => {
    expect(check([['content-length-range', 0, 999]])).toMatchObject({
      code: 'file-too-large',
      limitBytes: 999,
      stage: 'transfer',
    })
  })

  it('names the limit of a file that is too small', () => {
    expect(check([['content-length-range', 1001, 2000]])).toMatchObject({ code: 'file-too-small', limitBytes: 1001 })
  })

  it('takes both ends of the range in', () => {
    expect(check([['content-length-range', 1000, 1000]])).toBeUndefined()
  })

  it.each([
    [['eq', '$key', 'temp/other.pdf']],
    [['starts-with', '$key', 'other/']],
    [['in', '$key', ['a', 'b']]],
    [['not-in', '$key', ['temp/report.pdf']]],
    [{ key: 'temp/other.pdf' }],
  ])('refuses a key that breaks %j', (condition) => {
    expect(check([condition])).toMatchObject({ code: 'policy-violated', retryable: false })
  })

  it.each([
    [['eq', '$key', 'temp/report.pdf']],
    [['EQ', '$Key', 'temp/report.pdf']],
    [['starts-with', '$key', '']],
    [['in', '$key', ['temp/report.pdf']]],
    [['not-in', '$key', ['a']]],
    [{ key: 'temp/report.pdf' }],
    [['eq', '$x-oss-meta-unknown', 'v']],
    [{ bucket: 'b' }],
    ['nonsense'],
    [['like', '$key', 'x']],
    [['content-length-range', 'a', 'b']],
  ])('lets pass %j', (condition) => {
    expect(check([condition])).toBeUndefined()
  })

  it.each([
    [['eq', '$content-type', 'image/png']],
    [['starts-with', '$Content-Type', 'image/']],
    [['in', '$content-type', ['image/jpeg', 'image/png']]],
    [['not-in', '$content-type', ['application/pdf']]],
  ])('refuses a type that breaks %j', (condition) => {
    expect(check([condition])).toMatchObject({ code: 'file-invalid-type' })
  })

  it('holds the form field against the policy where the form sets a type', () => {
    expect(check([['eq', '$content-type', 'image/png']], [['Content-Type', 'image/png']])).toBeUndefined()
    expect(check([['eq', '$content-type', 'image/png']], [['Content-Type', 'text/plain']])).toMatchObject({
      code: 'file-invalid-type',
    })
  })

  it('judges ${filename} before and after it is filled in', () => {
    const fields: [string, string][] = [['key', 'temp/${filename}']]
    expect(check([['eq', '$key', 'temp/${filename}']], fields)).toBeUndefined()
    expect(check([['eq', '$key', 'temp/report.pdf']], fields)).toBeUndefined()
  })

  it('R12 takes the expiration for no more than a hint under the clock of the page', () => {
    expect(check([['starts-with', '$key', '']])).toBeUndefined()
  })

  it("refuses a policy that had expired by the server's own clock", () => {
    const policy = encode({ expiration: '2020-01-01T00:00:00.000Z', conditions: [] })
    const serverNowMs = Date.parse('2020-01-01T00:00:01Z')
    const credential = credentialOf([['policy', policy]], { expiry: { atMs: serverNowMs, serverNowMs } })
    expect(checkPolicy(credential, meta)).toMatchObject({ code: 'credential-expired' })
  })

  it.each([
    '',
    '%%%',
    btoa('{'),
    btoa('null'),
    btoa('{"conditions":{}}'),
    encode({ expiration: 'never', conditions: [null, 1, []] }),
  ])('leaves an unreadable policy to the store: %s', (policy) => {
    expect(checkPolicy(credentialOf([['Policy', policy]]), meta)).toBeUndefined()
  })

  it('has no objection to a form without a policy', () => {
    expect(checkPolicy(credentialOf([['key', 'a']]), meta)).toBeUndefined()
  })

  it('judges the published policy of a vendor by its own fields', () => {
    const fields = Object.entries(ossPost.v1.formFields) as [string, string][]
    expect(checkPolicy(credentialOf(fields), meta)).toBeUndefined()
    expect(checkPolicy(credentialOf(fields), { ...meta, size: 104857601 })).toMatchObject({ limitBytes: 104857600 })
  })
})
