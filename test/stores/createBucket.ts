import { createHash } from 'node:crypto'
import { objectUrl } from '../../src/signing/objectUrl.ts'
import { signS3Headers, type S3Call } from '../../src/signing/s3/s3V4.ts'
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
