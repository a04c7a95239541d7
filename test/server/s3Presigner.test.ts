import { S3Client } from '@aws-sdk/client-s3'
import { describe, expect, test } from 'vitest'
import { createAwsPresigner } from '../../src/server/aws/createAwsPresigner.ts'
import { createOwnPresigner } from '../../src/server/s3Presigner.ts'
import { createS3Store } from '../../src/server/s3Store.ts'

const accessKey = { id: 'AKIAEXAMPLE', secret: 'exampleSecret', token: 'made/up+token=' }
const region = 'eu-central-1'
const credentials = { accessKeyId: accessKey.id, secretAccessKey: accessKey.secret, sessionToken: accessKey.token }
const aws = createAwsPresigner(new S3Client({ region, credentials }))
const own = createOwnPresigner(accessKey, region)
const time = { signedAt: Date.UTC(2026, 2, 1, 10), expiresSeconds: 600 }
const place = 'https://attachments.s3.eu-central-1.amazonaws.com'

/** Beside what every signature holds, the SDK says that it leaves the bytes out. */
const unsigned = ['X-Amz-Content-Sha256', 'UNSIGNED-PAYLOAD'] as const
const pairsOf = (url: string) => [...new URL(url).searchParams].toSorted(([a], [b]) => (a < b ? -1 : 1))

describe('the kit and the AWS SDK', () => {
  test.each([
    ['a PUT', 'PUT', 'tickets/42/a.pdf', { 'Content-Type': 'application/pdf', 'Content-Length': '17' }, []],
    ['a PUT with an MD5', 'PUT', 'a', { 'Content-Type': 'text/plain', 'Content-MD5': 'kAFQmDzST7DWlj99KOF/cg==' }, []],
    ['an odd key', 'PUT', '报告 (1)*&+=!.pdf', {}, []],
    ['a GET under a name', 'GET', 'a', {}, [['response-content-disposition', `attachment; filename="a b'(1)*.pdf"`]]],
    ['a HEAD', 'HEAD', 'a', {}, []],
    ['the begin of parts', 'POST', 'a', { 'Content-Type': 'application/pdf' }, [['uploads', '']]],
    [
      'a part',
      'PUT',
      'a',
      { 'Content-Length': '5242880' },
      [
        ['partNumber', '1'],
        ['uploadId', '2~x/y+z='],
      ],
    ],
  ] as const)('sign %s alike', async (_what, method, key, headers, query) => {
    const url = `${place}/${key
      .split('/')
      .map((part) => percentEncode(part))
      .join('/')}`
    const bySdk = await aws.presignUrl(url, { method, headers, query }, time)
    const byKit = await own.presignUrl(url, { method, headers, query: [...query, unsigned] }, time)
    expect(pairsOf(bySdk)).toEqual(pairsOf(byKit))
    expect(bySdk.startsWith(`${url}?`)).toBe(true)
  })

  test('put the same fields into a form, and the same rules into its policy', async () => {
    const fields = { key: 'tickets/42/a.pdf', 'Content-Type': 'application/pdf', success_action_status: '201' }
    const post = { bucket: 'attachments', fields, sizeRange: [17, 17] } as const
    const [bySdk, byKit] = [await aws.signPost(post, time), await own.signPost(post, time)]
    expect(bySdk).toMatchObject(fields)
    const names = (signed: object) =>
      Object.keys(signed)
        .filter((name) => name !== 'bucket')
        .toSorted()
    expect(names(bySdk)).toEqual(names(byKit))
    const rulesOf = ({ Policy = '' }: Record<string, string>) => {
      const { conditions }: { conditions: unknown[] } = JSON.parse(atob(Policy))
      return conditions.map((rule) => JSON.stringify(rule)).filter((rule) => !rule.includes('X-Amz-'))
    }
    expect(rulesOf(bySdk).toSorted()).toEqual(expect.arrayContaining(rulesOf(byKit).toSorted()))
  })
})

test('a store without anything to sign with is refused when it is made', () => {
  expect(() => createS3Store({ endpoint: place, bucket: 'a', region })).toThrow('nothing to sign with')
})

function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
