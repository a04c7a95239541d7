import { createHash } from 'node:crypto'
import { objectUrl } from '../../src/signing/objectUrl.ts'
import { presignS3Url, signS3Headers, type S3Call } from '../../src/signing/s3/s3V4.ts'
import type { Ceph } from './startCeph.ts'

type Place = Pick<Ceph, 'endpoint' | 'region' | 'accessKey'>

/** Open to pages of any origin, as far as uploads and downloads need it. Headers must be named: `*` exposes nothing. */
const corsRule = `<CORSConfiguration><CORSRule>
<AllowedOrigin>*</AllowedOrigin>
${['GET', 'HEAD', 'PUT', 'POST', 'DELETE'].map((method) => `<AllowedMethod>${method}</AllowedMethod>`).join('')}
<AllowedHeader>*</AllowedHeader>
${['ETag', 'x-amz-request-id', 'Content-Disposition'].map((name) => `<ExposeHeader>${name}</ExposeHeader>`).join('')}
</CORSRule></CORSConfiguration>`

/** Makes a bucket that a page may upload to. */
export async function createBucket(place: Place, bucket: string): Promise<void> {
  const url = bucketUrl(place, bucket)
  await call(place, url, { method: 'PUT' })
  const headers = { 'content-md5': createHash('md5').update(corsRule).digest('base64') }
  await call(place, url, { method: 'PUT', query: [['cors', '']], headers }, corsRule)
}

/** How many uploads in parts the bucket holds that are neither complete nor aborted. */
export async function countUnfinished(place: Place, bucket: string): Promise<number> {
  const xml = await call(place, bucketUrl(place, bucket), { method: 'GET', query: [['uploads', '']] })
  return xml.split('<Upload>').length - 1
}

/** The SHA-256 of every object of the bucket, in hex. */
export async function hashesOf(place: Place, bucket: string): Promise<string[]> {
  const xml = await call(place, bucketUrl(place, bucket), { method: 'GET', query: [['list-type', '2']] })
  const keys = Array.from(xml.matchAll(/<Key>([^<]*)<\/Key>/g), ([, key = '']) => key)
  const { accessKey, region } = place
  return Promise.all(
    keys.map(async (key) => {
      const signing = { region, signedAt: Date.now(), expiresSeconds: 60 }
      const url = await presignS3Url(objectUrl({ ...place, bucket }, key), { method: 'GET' }, accessKey, signing)
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer())
      return createHash('sha256').update(bytes).digest('hex')
    }),
  )
}

function bucketUrl(place: Place, bucket: string): string {
  return objectUrl({ ...place, bucket }, '').replace(/\/$/, '')
}

/** The answer's body. */
async function call({ accessKey, region }: Place, url: string, request: S3Call, body?: string): Promise<string> {
  const headers = await signS3Headers(url, request, accessKey, { region, signedAt: Date.now() })
  const query = request.query ? `?${new URLSearchParams(request.query.map(([name, value]) => [name, value]))}` : ''
  const response = await fetch(url + query, {
    method: request.method,
    headers,
    ...(body === undefined ? {} : { body }),
  })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${request.method} of the bucket was answered with ${response.status}: ${answer}`)
  return answer
}
