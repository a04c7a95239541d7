import { describe, expect, it } from 'vitest'
import { createHuaweiCocAdapter } from '../../src/adapters/huawei-coc/createAdapter.ts'
import { failureOf, neverAborted, uploadRequest } from './support.ts'
import { cocErrorSample } from './vendorSamples.ts'

const adapter = createHuaweiCocAdapter({
  endpoint: '/api/coc/',
  headers: () => ({ 'x-csrf': 'abc' }),
  withCredentials: true,
})
const docId = 'c70d6b38-3783-4d62-9c4a-c6924925e848'

function commit(body: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return adapter.commitUpload({
    itemId: 'item-1',
    file: uploadRequest().file,
    handle: 'item-1',
    receipt: { status: 200, headers: {}, body: text },
    idempotencyKey: 'item-1',
    signal: neverAborted,
  })
}

describe('huawei-coc', () => {
  it('sends the form to the proxy, with its headers and no field of its own', async () => {
    expect(await adapter.requestUpload(uploadRequest())).toEqual({
      kind: 'form-policy',
      handle: 'item-1',
      url: '/api/coc/v1/incident/attachments',
      headers: { 'x-csrf': 'abc' },
      fields: [],
      fileField: 'file',
      withCredentials: true,
    })
  })

  it('R16 refuses a proxy header that browsers drop', async () => {
    const other = createHuaweiCocAdapter({ endpoint: '/api/coc', headers: { Cookie: 'a=b' } })
    expect(await failureOf(other.requestUpload(uploadRequest()))).toMatchObject({ code: 'header-forbidden' })
  })

  it('R17 declares 10 MB and five file types', () => {
    expect(adapter.rules).toEqual({ accept: ['.jpg', '.png', '.docx', '.txt', '.pdf'], maxFileSize: 10_485_760 })
  })

  const data = { doc_id: docId, doc_name: 'report (1).pdf' }
  it.each([
    [
      'the spelling of the examples',
      { name: 'x', id: 'y', error_code: 'GOM.00000000', error_msg: null, provider_code: '049', data },
    ],
    ['the spelling of the schema', { name: 'x', id: 'y', code: 'GOM.00000000', msg: null, provider_code: 4, data }],
    ['a bare zero', { code: '0', data }],
    ['no data', { error_code: 'GOM.00000000', id: docId, name: 'report (1).pdf' }],
  ])('reads a success in %s', async (_case, answer) => {
    expect(await commit(answer)).toMatchObject({ handle: docId, name: 'report (1).pdf', size: 5 })
  })

  it('keeps the name of the file where the vendor tells none', async () => {
    expect(await commit({ code: 'GOM.00000000', data: { doc_id: docId } })).toMatchObject({ name: 'report.pdf' })
  })

  it('reads the printed error, whatever its provider_code', async () => {
    const error = await failureOf(commit(cocErrorSample))
    expect(error).toMatchObject({ code: 'vendor-refused', stage: 'commit', storageCode: 'GOM.00007256' })
  })

  it.each([
    ['<html>', 'not JSON'],
    ['', 'not JSON'],
    [[], 'not an object'],
    [{ data }, 'code is missing'],
    [{ code: 'GOM.00000000' }, 'data.doc_id is missing'],
    [{ code: 'GOM.00000000', data: { doc_id: 5 } }, 'data.doc_id is not a text'],
  ])('refuses the answer %j', async (answer, words) => {
    const error = await failureOf(commit(answer))
    expect(error).toMatchObject({ code: 'answer-unreadable' })
    expect(error.hint).toContain(words)
  })

  it('downloads through the proxy, with its headers', async () => {
    const attachment = { handle: docId, name: 'report.pdf' }
    const request = { attachment, disposition: 'attachment' as const, filename: 'report.pdf', signal: neverAborted }
    expect(await adapter.requestDownload(request)).toEqual({
      url: `/api/coc/v1/incident/attachments/${docId}`,
      headers: { 'x-csrf': 'abc' },
      withCredentials: true,
      bindsFilename: false,
    })
  })
})
