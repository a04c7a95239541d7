import { describe, expect, test } from 'vitest'
import { parseBasicDateTime } from '../../src/signing/dateTime.ts'
import { signOssV1Post, signOssV4Post, verifyOssPost } from '../../src/signing/oss/ossPostPolicy.ts'
import { ossV1Signature } from '../../src/signing/oss/ossV1.ts'
import { encodePostPolicy, type PostPolicy } from '../../src/signing/postPolicy.ts'
import vectors from '../vectors/oss-post.json'

const { v1, v4, docExample } = vectors
const v1Key = { id: v1.accessKeyId, secret: v1.accessKeySecret }
const v4Key = { id: v4.accessKeyId, secret: v4.accessKeySecret }
const signedAt = parseBasicDateTime(v4.date)!

function verify(fields: Record<string, string>, now = signedAt, region = v4.region) {
  const byName = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]))
  const findKey = (id: string) => [v1Key, v4Key].find((key) => key.id === id)
  return verifyOssPost((name) => byName.get(name), { findKey, now, region })
}

async function reasonFor(...args: Parameters<typeof verify>) {
  const verdict = await verify(...args)
  return verdict.ok ? 'accepted' : verdict.refusal.reason
}

describe('POST policy V1', () => {
  test('encodes and signs as the vendor’s SDK does', async () => {
    const policy = JSON.parse(v1.policyJson) as PostPolicy
    expect(encodePostPolicy(policy)).toBe(v1.policyBase64)
    const fields = await signOssV1Post(policy, v1Key)
    expect({ ...fields, key: v1.formFields.key }).toEqual(v1.formFields)
  })

  test('signs the documentation’s policy with its published secret', async () => {
    const { secret, signature } = docExample.recomputedWithDocSecret
    expect(await ossV1Signature(secret, docExample.policyBase64)).toBe(signature)
  })

  test('verifies the vector and refuses a changed policy', async () => {
    expect(await reasonFor(v1.formFields)).toBe('accepted')
    expect(await reasonFor({ ...v1.formFields, policy: encodePostPolicy({ expiration: '', conditions: [] }) })).toBe(
      'signature-mismatch',
    )
  })

  test.each(['OSSAccessKeyId', 'policy', 'Signature'])('refuses a form without %s', async (name) => {
    expect(await reasonFor({ ...v1.formFields, [name]: '' })).toBe('parameters-missing')
  })
})

describe('POST policy V4', () => {
  test('signs as the vendor’s SDK does', async () => {
    const policy = JSON.parse(v4.policyJson) as PostPolicy
    const conditions = policy.conditions.filter((each) => !isRequired(each))
    const fields = await signOssV4Post({ ...policy, conditions }, v4Key, { region: v4.region, signedAt })
    expect(await reasonFor(fields)).toBe('accepted')
    expect({ ...fields, policy: '', 'x-oss-signature': '' }).toEqual({
      ...v4.formFields,
      policy: '',
      'x-oss-signature': '',
    })
  })

  test('verifies the vector and refuses a changed policy', async () => {
    expect(await reasonFor(v4.formFields)).toBe('accepted')
    expect(await reasonFor({ ...v4.formFields, policy: v1.policyBase64 })).toBe('signature-mismatch')
  })

  test.each(['x-oss-credential', 'x-oss-date', 'x-oss-signature', 'policy'])(
    'refuses a form without %s',
    async (name) => {
      expect(await reasonFor({ ...v4.formFields, [name]: '' })).toBe('parameters-missing')
    },
  )

  test('refuses another region, a date ahead and a date that is none', async () => {
    expect(await reasonFor(v4.formFields, signedAt, 'cn-beijing')).toBe('region-mismatch')
    expect(await reasonFor(v4.formFields, signedAt - 900_001)).toBe('time-skewed')
    expect(await reasonFor({ ...v4.formFields, 'x-oss-date': 'yesterday' })).toBe('date-malformed')
  })
})

test('a form without any signature field is unsigned', async () => {
  expect(await reasonFor({ key: 'a' })).toBe('unsigned')
})

function isRequired(condition: PostPolicy['conditions'][number]): boolean {
  return ['x-oss-signature-version', 'x-oss-credential', 'x-oss-date'].some((name) => name in condition)
}
