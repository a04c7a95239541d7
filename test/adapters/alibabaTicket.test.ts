import { describe, expect, it } from 'vitest'
import { createAlibabaTicketAdapter } from '../../src/adapters/alibaba-ticket/createAdapter.ts'
import { answering, failureOf, neverAborted, uploadRequest } from './support.ts'
import { ticketSample, ticketTableUrl } from './vendorSamples.ts'

const endpoint = 'https://desk.example.test/api/ticket'
const objectUrl =
  'https://gts-workorder-pre.oss-cn-beijing.aliyuncs.com/20220314/cabb80c3-430b-4079-a9f2-d2a0d1c2a587.png?Expires=1647328689&OSSAccessKeyId=LTAI4FrZPa9N1nGWs6Ny****&Signature=AbSEh26G3oYrJ8ivr4B0xzF89zk%3D'
const sample = JSON.parse(ticketSample) as { Data: Record<string, unknown> }

function adapterFor(body: unknown, options: Partial<Parameters<typeof createAlibabaTicketAdapter>[0]> = {}) {
  const fetch = answering(body, { headers: { date: 'Tue, 15 Mar 2022 07:00:00 GMT' } })
  return {
    adapter: createAlibabaTicketAdapter({ endpoint, fetch, ...options }),
    requests: fetch.requests,
  }
}

const download = (handle: string) => ({
  attachment: { handle, name: 'a.png' },
  disposition: 'attachment' as const,
  filename: 'a.png',
  signal: neverAborted,
})

describe('alibaba-ticket', () => {
  it('reads the printed sample with its wrapped URLs', async () => {
    const { adapter, requests } = adapterFor(ticketSample)
    expect(await adapter.requestUpload(uploadRequest())).toEqual({
      kind: 'signed-put',
      method: 'PUT',
      handle: 'cdb5d174-c282-4b2d-9048-e74ea2223127.jpg',
      url: objectUrl,
      contentType: 'none',
      headers: {},
      expiry: { atMs: Date.UTC(2022, 2, 15, 7, 18, 9), serverNowMs: Date.UTC(2022, 2, 15, 7) },
      etagIsMd5: true,
    })
    expect(new URL(requests[0]!.url).pathname).toBe('/api/ticket/GetAttachmentUploadUrl')
    expect(await requests[0]!.text()).toBe('FileName=report.pdf')
  })

  it('reads the URL as the table of parameters prints it, with a space', async () => {
    const { adapter } = adapterFor({ ...sample, Data: { ...sample.Data, PutSignedUrl: ticketTableUrl } })
    expect((await adapter.requestUpload(uploadRequest())).url).toBe(objectUrl)
  })

  it('reads the flat shape of version 2020-08-01', async () => {
    const older = { ObjectKey: 'k.jpg', PutObjectUrl: objectUrl, AccessFileUrl: objectUrl, RequestId: 'r' }
    const { adapter } = adapterFor(older)
    expect(await adapter.requestUpload(uploadRequest())).toMatchObject({ handle: 'k.jpg', url: objectUrl })
  })

  it('reads the relative life of a V4 URL', async () => {
    const url = 'https://b.oss.example.test/k?x-oss-date=20240115T083000Z&x-oss-expires=600&x-oss-signature=ab'
    const { adapter } = adapterFor({ ...sample, Data: { ...sample.Data, PutSignedUrl: url } })
    const { expiry } = await adapter.requestUpload(uploadRequest())
    expect(expiry).toMatchObject({ atMs: Date.UTC(2024, 0, 15, 8, 40) })
  })

  it('R08 names the object it had before when it asks again', async () => {
    const { adapter, requests } = adapterFor(ticketSample)
    await adapter.requestUpload(uploadRequest({ attempt: 2, previousHandle: 'k.jpg' }))
    expect(await requests[0]!.text()).toBe('FileName=report.pdf&ObjectKey=k.jpg')
  })

  it('R13 sends a Content-Type only where the backend signs one', async () => {
    const signed = adapterFor(ticketSample, { contentType: 'exact', putHeaders: () => ({ 'x-oss-meta-a': 'b' }) })
    expect((await signed.adapter.requestUpload(uploadRequest())).headers).toEqual({
      'Content-Type': 'application/pdf',
      'x-oss-meta-a': 'b',
    })
  })

  it.each([
    ['Success false', { ...sample, Success: false, Code: 0 }],
    ['another Code', { ...sample, Success: true, Code: 17 }],
  ])('refuses an HTTP 200 with %s', async (_case, body) => {
    const error = await failureOf(adapterFor(body).adapter.requestUpload(uploadRequest()))
    expect(error).toMatchObject({ code: 'vendor-refused', stage: 'credentials', status: 200 })
  })

  it.each([
    [400, 'param.illegal', 'vendor-refused', false],
    [401, 'illegal.auth', 'forbidden', false],
    [500, 'System.error', 'server-error', true],
  ])('maps the documented %d %s to %s', async (status, storageCode, code, retryable) => {
    const fetch = answering({ Code: storageCode, Message: 'x', RequestId: 'R-1' }, { status })
    const adapter = createAlibabaTicketAdapter({ endpoint: 'https://desk.example.test', fetch })
    const error = await failureOf(adapter.requestUpload(uploadRequest()))
    expect(error).toMatchObject({ code, retryable, storageCode, status, requestId: 'R-1' })
  })

  it('uses the GET URL of the upload once, then has it signed again', async () => {
    const { adapter, requests } = adapterFor(ticketSample)
    const { handle } = await adapter.requestUpload(uploadRequest())
    expect(await adapter.requestDownload(download(handle))).toMatchObject({ url: objectUrl, headers: {} })
    expect(requests).toHaveLength(1)
    await adapter.requestDownload(download(handle))
    expect(new URL(requests[1]!.url).pathname).toBe('/api/ticket/GetAttachmentUrl')
    expect(await requests[1]!.text()).toBe(`AttachName=${handle}`)
  })

  it('R61 has a GET URL that ended signed again', async () => {
    const fetch = answering(ticketSample, { headers: { date: 'Tue, 15 Mar 2022 07:19:00 GMT' } })
    const adapter = createAlibabaTicketAdapter({ endpoint: 'https://desk.example.test', fetch })
    const { handle } = await adapter.requestUpload(uploadRequest())
    await adapter.requestDownload(download(handle))
    expect(fetch.requests.map(({ url }) => new URL(url).pathname)).toEqual([
      '/GetAttachmentUploadUrl',
      '/GetAttachmentUrl',
    ])
  })

  it('lets the embedder sign downloads', async () => {
    const credential = { url: 'https://cdn.example.test/a', headers: {}, bindsFilename: true }
    const { adapter, requests } = adapterFor(ticketSample, { signDownload: async () => credential })
    expect(await adapter.requestDownload(download('k'))).toBe(credential)
    expect(requests).toHaveLength(0)
  })

  it('tells from the URL whether the store will name the file', async () => {
    const url = 'https://b.example.test/k?response-content-disposition=attachment%3B%20filename%3D%22a%22'
    const { adapter } = adapterFor({ AccessFileUrl: url, RequestId: 'r' })
    expect((await adapter.requestDownload(download('k'))).bindsFilename).toBe(true)
  })

  describe('with a ticket', () => {
    const note = (DialogId: number, ...names: string[]) => ({
      DialogId,
      CreateTime: 1623396736000,
      Attachments: names.map((Name) => ({ Name, Url: objectUrl })),
    })
    const notes = {
      Code: 0,
      Success: true,
      Data: [note(9999, '003.jpg', '003.jpg'), { DialogId: 10, Attachments: null }, note(10000, 'a/b.png')],
    }

    it('lists the attachments of its notes, equal names apart', async () => {
      const { adapter } = adapterFor(notes, { ticketId: '0005PYGCW' })
      expect(adapter.capabilities.list).toBe(true)
      const createdAt = '2021-06-11T07:32:16.000Z'
      expect(await adapter.listAttachments({ signal: neverAborted })).toEqual([
        { handle: '9999/003.jpg', name: '003.jpg', createdAt },
        { handle: '9999.2/003.jpg', name: '003.jpg', createdAt },
        { handle: '10000/a/b.png', name: 'a/b.png', createdAt },
      ])
    })

    it('signs a listed attachment by listing again', async () => {
      const { adapter, requests } = adapterFor(notes, { ticketId: '0005PYGCW' })
      await adapter.requestDownload(download('9999.2/003.jpg'))
      expect(requests.map(({ url }) => new URL(url).pathname)).toEqual(['/api/ticket/ListTicketNotes'])
    })
  })
})
