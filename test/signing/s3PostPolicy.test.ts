import { describe, expect, test } from 'vitest'
import { parseBasicDateTime } from '../../src/signing/dateTime.ts'
import { encodePostPolicy, type PostPolicy } from '../../src/signing/postPolicy.ts'
import { signS3Post, verifyS3Post } from '../../src/signing/s3/s3PostPolicy.ts'
import { s3V4Family, scopedSignature } from '../../src/signing/scopedSignature.ts'
import vectors from '../vectors/s3-v4-post.json'

const { docExample, sdk } = vectors
const accessKey = { id: docExample.accessKeyId, secret: docExample.secretAccessKey }
const signedAt = parseBasicDateTime(sdk.fields['X-Amz-Date'])!
const region = 'us-west-2'

function verify(fields: Record<string, string>, now = signedAt, at = region) {
  const byName = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]))
  const findKey = (id: string) => (id === accessKey.id ? accessKey : undefined)
  return verifyS3Post((name) => byName.get(name), { findKey, now, region: at })
}

async function reasonFor(...args: Parameters<typeof verify>) {
  const verdict = await verify(...args)
  return verdict.ok ? 'accepted' : verdict.refusal.reason
}

describe('S3 POST policy', () => {
  test('signs the documentation’s policy as published', async () => {
    const scope = { date: '20151229', region: 'us-east-1', service: 's3' }
    expect(await scopedSignature(s3V4Family, accessKey.secret, scope, docExample.policyBase64)).toBe(
      docExample.signature,
    )
  })

  test('encodes and verifies what the vendor’s SDK made', async () => {
    expect(encodePostPolicy(JSON.parse(sdk.policyJson) as PostPolicy)).toBe(sdk.fields.Policy)
    expect(await reasonFor(sdk.fields)).toBe('accepted')
  })

  test('signs forms that carry the SDK’s fields and conditions', async () => {
    const policy = JSON.parse(sdk.policyJson) as PostPolicy
    const conditions = policy.conditions.filter((each) => !Object.keys(each).some((name) => name.startsWith('X-Amz-')))
    const fields = await signS3Post({ ...policy, conditions }, accessKey, { region, signedAt })
    expect(await reasonFor(fields)).toBe('accepted')
    expect(Object.keys(fields).every((name) => name in sdk.fields)).toBe(true)
    const signed = JSON.parse(atob(fields['Policy']!)) as PostPolicy
    expect(new Set(signed.conditions.map((each) => JSON.stringify(each)))).toEqual(
      new Set(policy.conditions.map((each) => JSON.stringify(each))),
    )
  })

  test('puts a session token into fields and conditions', async () => {
    const policy = { expiration: '2024-01-15T08:45:00Z', conditions: [{ key: 'a' }] }
    const fields = await signS3Post(policy, { ...accessKey, token: 'made-up' }, { region, signedAt })
    expect(fields['X-Amz-Security-Token']).toBe('made-up')
    expect(atob(fields['Policy']!)).toContain('{"X-Amz-Security-Token":"made-up"}')
    expect(await reasonFor(fields)).toBe('token-wrong')
  })

  test.each(['Policy', 'X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Signature'])(
    'refuses a form without %s',
    async (name) => {
      expect(await reasonFor({ ...sdk.fields, [name]: '' })).toBe('parameters-missing')
    },
  )

  test('refuses a changed policy, another region, a date ahead and one that is none', async () => {
    expect(await reasonFor({ ...sdk.fields, Policy: docExample.policyBase64 })).toBe('signature-mismatch')
    expect(await reasonFor(sdk.fields, signedAt, 'eu-west-1')).toBe('region-mismatch')
    expect(await reasonFor(sdk.fields, signedAt - 900_001)).toBe('time-skewed')
    expect(await reasonFor({ ...sdk.fields, 'X-Amz-Date': 'yesterday' })).toBe('date-malformed')
  })
})
