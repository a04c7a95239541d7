import { describe, expect, test } from 'vitest'
import { gcsStringToSign, presignGcsUrl, signGcsPost } from '../../src/signing/google/gcsV4.ts'
import { createRsaSigner } from '../../src/signing/google/serviceAccount.ts'
import { utf8 } from '../../src/signing/encoding.ts'
import { objectUrl } from '../../src/signing/objectUrl.ts'
import vector from '../vectors/gcs-v4.json'
import { createServiceAccount } from './serviceAccount.ts'

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const signedAt = Date.parse(vector.signedAt)
const { bucket, contentType, email, expiresSeconds, key } = vector
const object = objectUrl({ endpoint: 'https://storage.googleapis.com', bucket, pathStyle: true }, key)

/** Whether the vendor's SDK signed that text: its key pair is gone, its public key is kept. */
async function isSignedBySdk(text: string, signature: string): Promise<boolean> {
  const publicKey = await crypto.subtle.importKey('jwk', vector.publicKey, rsa, false, ['verify'])
  return crypto.subtle.verify(rsa, publicKey, Buffer.from(signature, 'hex'), utf8(text))
}

const calls = [
  { name: 'put', method: 'PUT', headers: { 'Content-Type': contentType }, query: [] },
  { name: 'get', method: 'GET', headers: {}, query: [['response-content-disposition', vector.disposition]] },
  { name: 'start', method: 'POST', headers: { 'Content-Type': contentType, 'x-goog-resumable': 'start' }, query: [] },
] as const

describe('Google V4 signatures', () => {
  test.each(calls)('$name: signs the same text as the vendor’s SDK', async ({ name, method, headers }) => {
    const url = new URL(vector[name])
    const query = [...url.searchParams].filter(([each]) => each !== 'X-Goog-Signature')
    const signature = url.searchParams.get('X-Goog-Signature') ?? ''
    const text = await gcsStringToSign(object, { method, headers, query }, signedAt)
    expect(await isSignedBySdk(text, signature)).toBe(true)
    const other = await gcsStringToSign(object, { method, headers, query }, signedAt + 1000)
    expect(await isSignedBySdk(other, signature)).toBe(false)
  })

  test.each(calls)('$name: writes the same URL, but for the signature of another key', async (call) => {
    const { account } = createServiceAccount()
    const signing = { email, sign: await createRsaSigner(account), signedAt, expiresSeconds }
    const [signed, wanted] = [await presignGcsUrl(object, call, signing), vector[call.name]].map((each) => {
      const url = new URL(each)
      url.searchParams.delete('X-Goog-Signature')
      return { path: url.origin + url.pathname, query: new Map(url.searchParams) }
    })
    expect(signed).toEqual(wanted)
  })

  test('a policy: the same fields as the vendor’s SDK, signed in the same way', async () => {
    const { account, verify } = createServiceAccount()
    const signing = { email, sign: await createRsaSigner(account), signedAt }
    const policy = { expiration: '2026-01-01T08:40:00Z', conditions: [{ bucket }] }
    const signed = await signGcsPost(policy, signing)
    const { fields } = vector.post
    expect(await isSignedBySdk(fields.policy, fields['x-goog-signature'])).toBe(true)
    expect(verify(signed['policy'] ?? '', signed['x-goog-signature'] ?? '')).toBe(true)
    const known = { ...fields, policy: signed['policy'], 'x-goog-signature': signed['x-goog-signature'] }
    expect(known).toMatchObject(signed)
    expect(JSON.parse(atob(signed['policy'] ?? '')).conditions).toEqual([
      { bucket },
      ...(['x-goog-algorithm', 'x-goog-credential', 'x-goog-date'] as const).map((name) => ({ [name]: fields[name] })),
    ])
  })

  test.each(['', '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----', 'AAAA'])(
    'refuses the key %j',
    async (pem) => {
      const account = { client_email: email, private_key: pem }
      await expect(createRsaSigner(account)).rejects.toThrow('no PKCS#8 key in PEM')
    },
  )

  test('takes a key whose line ends an environment has escaped', async () => {
    const { account, verify } = createServiceAccount()
    const sign = await createRsaSigner({ ...account, private_key: account.private_key.replaceAll('\n', '\\n') })
    expect(verify('text', await sign('text'))).toBe(true)
  })
})
