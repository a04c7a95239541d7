import { describe, expect, it } from 'vitest'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import type { SignedEndpointOptions } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import { answering, failureOf, neverAborted, uploadRequest } from './support.ts'

const signal = neverAborted
const url = 'https://store.example.test/k?sig=made-up'
const s3 = (signed: string) => `https://b.s3.example.test/k?X-Amz-SignedHeaders=${signed}&X-Amz-Signature=made-up`

function adapterFor(body: unknown, options: Partial<SignedEndpointOptions> = {}, init: ResponseInit = {}) {
  const fetch = answering(body, init)
  const adapter = createSignedEndpointAdapter({ endpoint: 'https://desk.example.test/up', fetch, ...options })
  return { adapter, requests: fetch.requests }
}

const sign = (body: unknown, options: Partial<SignedEndpointOptions> = {}) =>
  adapterFor(body, options).adapter.requestUpload(uploadRequest())

describe('signed-endpoint', () => {
  it('R17 tells the signer name, size, type and checksums', async () => {
    const { adapter, requests } = adapterFor({ url, key: 'k' })
    const file = { ...uploadRequest().file, checksums: { md5: 'XUFAKrxLKna5cZ2REBfFkg==' } }
    await adapter.requestUpload(uploadRequest({ file, attempt: 2, previousHandle: 'k' }))
    expect(requests[0]!.url).toBe('https://desk.example.test/up/sign')
    expect(await requests[0]!.json()).toEqual({
      name: 'report.pdf',
      size: 5,
      type: 'application/pdf',
      lastModified: 0,
      checksums: { md5: 'XUFAKrxLKna5cZ2REBfFkg==' },
      attempt: 2,
      previousKey: 'k',
    })
  })

  it('signs many files in one call, and passes over what cannot be used', async () => {
    const uploads = [{ url, key: 'k1' }, null, { url, key: 'k3', fields: { key: 'k3' } }, { url, key: 'k4' }]
    const { adapter, requests } = adapterFor({ uploads }, { offers: ['batch'], kind: 'signed-put' })
    const files = ['a', 'b', 'c', 'd', 'e'].map((itemId) => ({ itemId, file: uploadRequest().file }))
    const credentials = await adapter.batch?.requestUploads({ files, signal })
    expect(credentials?.map((credential) => credential?.handle)).toEqual(['k1', undefined, undefined, 'k4', undefined])
    expect(requests).toHaveLength(1)
    expect(requests[0]!.url).toBe('https://desk.example.test/up/batch')
    const told = { name: 'report.pdf', size: 5, type: 'application/pdf', lastModified: 0 }
    expect(await requests[0]!.json()).toEqual({ files: files.map(() => told) })
  })

  it('has no batch where the backend offers none', () => {
    expect(adapterFor({}).adapter.batch).toBeUndefined()
  })

  it('reads a reply for a PUT', async () => {
    const headers = { 'x-ms-blob-type': 'BlockBlob' }
    expect(await sign({ method: 'PUT', url, headers, key: 'k', expiresIn: 60 })).toEqual({
      kind: 'signed-put',
      method: 'PUT',
      handle: 'k',
      url,
      headers,
      contentType: 'none',
      expiry: { afterMs: 60_000 },
    })
  })

  it.each([
    ['attachmentId', { attachmentId: 7, key: 'k' }, '7'],
    ['signed_id', { signed_id: 's', key: 'k' }, 's'],
    ['key', { key: 'k' }, 'k'],
  ])('takes %s for the handle', async (_name, names, handle) => {
    expect((await sign({ url, ...names })).handle).toBe(handle)
  })

  it('reads a direct upload of Rails', async () => {
    const direct_upload = { url, headers: { 'Content-Type': 'text/plain', 'Content-MD5': 'abc==' } }
    expect(await sign({ signed_id: 's', key: 'k', filename: 'a', direct_upload })).toMatchObject({
      handle: 's',
      url,
      headers: direct_upload.headers,
      contentType: 'exact',
    })
  })

  it('R15 takes the { url, fields } of the AWS SDK as it is', async () => {
    const fields = {
      key: 'inbox/k',
      bucket: 'b',
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      Policy: 'e30=',
      'X-Amz-Signature': 's',
    }
    expect(await sign({ url: 'https://b.s3.example.test/', fields })).toMatchObject({
      kind: 'form-policy',
      handle: 'inbox/k',
      fields: Object.entries(fields),
      fileField: 'file',
    })
  })

  it('R15 keeps the order of fields that come as pairs', async () => {
    const fields = [
      ['key', 'k'],
      ['2', 'two'],
      ['1', 'one'],
    ]
    expect(await sign({ url, fields, fileField: 'upload' })).toMatchObject({ fields, fileField: 'upload' })
  })

  it.each([
    ['S3 that signs the host only', s3('host'), {}, 'free', {}],
    ['S3 that signs the type', s3('content-type%3Bhost'), {}, 'exact', { 'Content-Type': 'application/pdf' }],
    ['a handed-out type', s3('content-type%3Bhost'), { 'content-type': 'a/b' }, 'exact', { 'content-type': 'a/b' }],
    ['OSS', 'https://b.example.test/k?OSSAccessKeyId=a&Expires=1&Signature=s', {}, 'none', {}],
    ['a stranger', url, {}, 'none', {}],
  ])('R13 knows the Content-Type of %s', async (_case, address, given, contentType, headers) => {
    expect(await sign({ url: address, key: 'k', headers: given })).toMatchObject({ contentType, headers })
  })

  it('R16 finds a signed header that was not handed out', async () => {
    const error = await failureOf(sign({ url: s3('host%3Bx-amz-acl'), key: 'k' }))
    expect(error).toMatchObject({ code: 'signature-mismatch', stage: 'credentials' })
    expect(error.hint).toContain('x-amz-acl')
  })

  it.each([
    [{ expiresAt: '2026-01-01T00:00:00Z' }, { atMs: Date.UTC(2026, 0, 1), serverNowMs: undefined }],
    [{ expiresAt: 1_700_000_000 }, { atMs: 1_700_000_000_000, serverNowMs: undefined }],
    [{ expiresAt: 1_700_000_000_000 }, { atMs: 1_700_000_000_000, serverNowMs: undefined }],
    [{ expiresIn: 5 }, { afterMs: 5000 }],
    [{}, undefined],
  ])('reads the expiry of %j', async (expiry, expected) => {
    expect((await sign({ url, key: 'k', ...expiry })).expiry).toEqual(expected)
  })

  it('sends nothing that the backend wants skipped', async () => {
    expect(await sign({ skip: true, attachmentId: 'a' })).toMatchObject({ handle: 'a', alreadyStored: true })
  })

  it('reads an answer of the Alibaba family that was passed on', async () => {
    const passedOn = { Success: true, Data: { ObjectKey: 'o', PutSignedUrl: url } }
    expect(await sign(passedOn)).toMatchObject({ handle: 'o', url })
  })

  it.each([
    [{ url }, 'key is missing'],
    [{ url, key: 5, method: 'DELETE' }, 'method is neither PUT nor POST'],
    [{ url, key: 'k', headers: { a: 1 } }, 'headers is not a map of texts'],
    [{ url, key: 'k', expiresAt: 'soon' }, 'expiresAt is not a date'],
    [{ url, key: 'k', expiresIn: '60' }, 'expiresIn is not a number'],
    [{ url, key: 'k', fields: [['a']] }, 'fields[0] is not a pair of texts'],
    [{ url, key: 'k', fields: { a: 1 } }, 'fields is not a map of texts'],
    [{ url: 5, key: 'k' }, 'url is not a text'],
  ])('refuses %j by name', async (body, words) => {
    const error = await failureOf(sign(body))
    expect(error).toMatchObject({ code: 'answer-unreadable' })
    expect(error.hint).toContain(words)
  })

  it.each([
    ['signed-put', { url, key: 'k', fields: { key: 'k' } }, 'useFormPolicyUpload'],
    ['form-policy', { url, key: 'k' }, 'useSignedUpload'],
  ] as const)('tells the hook for %s that the reply is for the other', async (kind, body, words) => {
    expect((await failureOf(sign(body, { kind }))).hint).toContain(words)
  })

  it('R16 refuses headers that browsers drop', async () => {
    expect(await failureOf(sign({ url, key: 'k', headers: { Host: 'b' } }))).toMatchObject({ code: 'header-forbidden' })
  })

  it.each([
    [413, { error: { code: 'file-too-large' } }, 'file-too-large'],
    [422, { error: 'quota-exceeded' }, 'quota-exceeded'],
    [400, { code: 'whatever' }, 'vendor-refused'],
    [401, {}, 'unauthorized'],
  ])('reads a %d with %j as %s', async (status, body, code) => {
    const { adapter } = adapterFor(body, {}, { status })
    expect(await failureOf(adapter.requestUpload(uploadRequest()))).toMatchObject({ code, status })
  })

  const receipt = { status: 200, etag: 'abc', headers: {}, body: '' }
  const commit = { itemId: 'i', file: uploadRequest().file, handle: 'k', receipt, idempotencyKey: 'i', signal }
  const known = { handle: 'k', name: 'report.pdf', size: 5, contentType: 'application/pdf' }

  it('R47 commits with etag and idempotency key, and fills the gaps of the answer', async () => {
    const { adapter, requests } = adapterFor({ attachmentId: 9, name: 'stored.pdf', scan: 'scanning' })
    const attachment = await adapter.commitUpload(commit)
    expect(attachment).toMatchObject({ handle: '9', name: 'stored.pdf', size: 5, scan: 'scanning' })
    expect(await requests[0]!.json()).toMatchObject({ handle: 'k', size: 5, etag: 'abc', idempotencyKey: 'i' })
  })

  it('takes an empty answer to a commit for a yes', async () => {
    expect(await adapterFor('').adapter.commitUpload(commit)).toEqual(known)
  })

  it('asks for nothing that the backend does not offer', async () => {
    const { adapter, requests } = adapterFor({}, { offers: [] })
    expect(adapter.capabilities).toEqual({ list: false, download: false, discard: false, remove: false, verify: false })
    expect(await adapter.commitUpload(commit)).toEqual(known)
    expect(await adapter.listAttachments({ signal })).toEqual([])
    expect(await adapter.verifyUpload({ itemId: 'i', file: commit.file, handle: 'k', signal })).toBe('unknown')
    await adapter.discardUpload({ handle: 'k', keepalive: false, signal })
    await adapter.removeAttachment({ attachment: known, signal })
    expect(requests).toHaveLength(0)
  })

  it('R46 lets a discard outlive the page', async () => {
    const { adapter, requests } = adapterFor({})
    await adapter.discardUpload({ handle: 'k', keepalive: true, signal })
    expect(requests[0]!.keepalive).toBe(true)
    expect(await requests[0]!.json()).toEqual({ handle: 'k' })
  })

  it('R63 asks for a download by name and disposition', async () => {
    const address = `${url}&response-content-disposition=attachment%3B%20filename%3D%22a%22`
    const { adapter, requests } = adapterFor({ url: address, expiresIn: 60 })
    const request = { attachment: known, disposition: 'inline' as const, filename: 'a.pdf', signal }
    const credential = await adapter.requestDownload(request)
    expect(credential).toEqual({ url: address, headers: {}, expiry: { afterMs: 60_000 }, bindsFilename: true })
    expect(await requests[0]!.json()).toEqual({ handle: 'k', disposition: 'inline', filename: 'a.pdf' })
  })

  it.each([[[known]], [{ attachments: [known] }]])('lists %j', async (body) => {
    expect(await adapterFor(body).adapter.listAttachments({ signal })).toEqual([known])
  })

  it('names what is wrong in a list', async () => {
    const { adapter } = adapterFor([known, { handle: 'b', name: 'b', scan: 'perhaps' }])
    expect((await failureOf(adapter.listAttachments({ signal }))).hint).toContain('attachments[1].scan is none of')
  })
})
