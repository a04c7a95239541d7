import { expect, it } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import { readReceipt } from '../../src/transports/readReceipt.ts'
import { formCredential, putCredential } from '../support/transportRequests.ts'

const url = 'https://uploads.store.example/'
const read = (body: string, headers: Record<string, string> = {}) =>
  readReceipt({ status: 201, headers, body, finalUrl: url }, formCredential(url))

const members = '<Location>https://uploads.store.example/a</Location><Bucket>uploads</Bucket><Key>a</Key>'

it.each([
  ['Ceph', `<PostResponse>${members}<ETag>d41d8cd98f00b204e9800998ecf8427e</ETag></PostResponse>`],
  [
    'S3',
    `<?xml version="1.0"?>\n<PostResponse>${members}<ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag></PostResponse>`,
  ],
  [
    'OSS',
    `<?xml version="1.0"?>\n<PostResponse>\n${members}<ETag>"d41d8cd98f00b204e9800998ecf8427e"</ETag>\n</PostResponse>`,
  ],
])('reads the ETag of a form that %s answers with XML and without the header', (_store, body) => {
  expect(read(body).etag).toBe('d41d8cd98f00b204e9800998ecf8427e')
})

it('believes the header before the XML', () => {
  const body = `<PostResponse>${members}<ETag>"other"</ETag></PostResponse>`
  expect(read(body, { etag: '"d41d"' }).etag).toBe('d41d')
})

it('reads no ETag out of an application’s own answer', () => {
  expect(read('{"note":"<ETag>x</ETag>"}').etag).toBeUndefined()
})

it('takes a status for a success where the credential lists it, and no other of its kind', () => {
  const part = putCredential(url, { successStatuses: [308] })
  const answer = { headers: {}, body: '', finalUrl: url }
  expect(readReceipt({ ...answer, status: 308 }, part).status).toBe(308)
  expect(() => readReceipt({ ...answer, status: 307 }, part)).toThrow(UploadError)
  expect(() => readReceipt({ ...answer, status: 308 }, putCredential(url))).toThrow(UploadError)
})
