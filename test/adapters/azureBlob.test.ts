import { expect, it } from 'vitest'
import { createAzureBlobAdapter, type AzureBlobOptions } from '../../src/adapters/azure-blob/createAdapter.ts'
import { answering, failureOf, uploadRequest } from './support.ts'

const url =
  'https://desk.blob.core.windows.net/uploads/k?sv=2026-04-06&se=2026-01-01T00%3A10%3A00Z&sr=b&sp=cw&sig=made-up'

function ask(reply: unknown, options: Partial<AzureBlobOptions> = {}) {
  const headers = { 'content-type': 'application/json', date: 'Thu, 01 Jan 2026 00:00:00 GMT' }
  const fetch = answering(reply, { headers })
  return createAzureBlobAdapter({ endpoint: 'https://desk.example.test/up', fetch, ...options }).requestUpload(
    uploadRequest(),
  )
}

it('R12 takes a bare SAS URL: the header of a block blob, the type of the file, and the end that the SAS tells', async () => {
  expect(await ask({ url, key: 'k' })).toMatchObject({
    kind: 'signed-put',
    method: 'PUT',
    url,
    headers: { 'x-ms-blob-type': 'BlockBlob' },
    contentType: 'free',
    expiry: { atMs: Date.UTC(2026, 0, 1, 0, 10), serverNowMs: Date.UTC(2026, 0, 1) },
  })
})

it('gives each file of a batch what a block blob needs', async () => {
  const fetch = answering({ uploads: [{ url, key: 'k' }] })
  const { batch } = createAzureBlobAdapter({ endpoint: 'https://desk.example.test/up', fetch, offers: ['batch'] })
  const files = [{ itemId: 'a', file: uploadRequest().file }]
  const headers = { 'x-ms-blob-type': 'BlockBlob' }
  expect(await batch?.requestUploads({ files, signal: uploadRequest().signal })).toMatchObject([
    { headers, contentType: 'free' },
  ])
})

it('sends the headers of the reply as they are', async () => {
  const headers = { 'X-Ms-Blob-Type': 'BlockBlob', 'Content-Type': 'text/x-a' }
  expect(await ask({ url, key: 'k', headers })).toMatchObject({ headers, contentType: 'exact' })
})

it('refuses a form, which Azure does not take', async () => {
  expect(await failureOf(ask({ url, key: 'k', fields: { key: 'k' } }))).toMatchObject({ code: 'answer-unreadable' })
})

it('R41 tells what Azure takes at most, in one piece and in blocks', () => {
  const endpoint = '/up'
  const rulesOf = (options: Partial<AzureBlobOptions>) => createAzureBlobAdapter({ endpoint, ...options }).rules
  expect(rulesOf({}).maxFileSize).toBe(5000 * 1024 ** 2)
  expect(rulesOf({ multipart: {} }).maxFileSize).toBe(50_000 * 4000 * 1024 ** 2)
  expect(rulesOf({ multipart: {}, rules: { maxFileSize: 10 } }).maxFileSize).toBe(10)
})
