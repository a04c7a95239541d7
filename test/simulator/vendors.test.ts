import { describe, expect, it } from 'vitest'
import { createAlibabaTicketAdapter } from '../../src/adapters/alibaba-ticket/createAdapter.ts'
import type { Attachment, BackendAdapter } from '../../src/engine/ports.ts'
import type { QuirkChange } from '../../src/simulator/quirks.ts'
import { neverAborted, uploadRequest } from '../adapters/support.ts'
import { sendCredential } from './sendCredential.ts'
import { createHarness, deskUrl } from './simulatorFetch.ts'
import type { Harness } from './simulatorFetch.ts'
import { adapterOf, simulatedVendors } from './vendorAdapters.ts'
import type { SimulatedVendor } from './vendorAdapters.ts'

const signal = neverAborted
const bytes = new TextEncoder().encode('evidence: größer als gedacht 🙂')
const file = new File([bytes], 'Beweis 1.pdf', { type: 'application/pdf' })
const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: 0 }

async function upload(adapter: BackendAdapter, { fetch }: Harness): Promise<Attachment> {
  const credential = await adapter.requestUpload(uploadRequest({ file: meta }))
  const receipt = await sendCredential(fetch, credential, file)
  expect([200, 201, 204]).toContain(receipt.status)
  const commit = { itemId: 'i', file: meta, handle: credential.handle, receipt, idempotencyKey: 'i', signal }
  return adapter.commitUpload(commit)
}

async function download(adapter: BackendAdapter, attachment: Attachment, { fetch }: Harness): Promise<Uint8Array> {
  const request = { attachment, disposition: 'attachment' as const, filename: attachment.name, signal }
  const { url, headers } = await adapter.requestDownload(request)
  const response = await fetch(url, { headers })
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

describe('the simulated vendors', () => {
  it.each<[SimulatedVendor, QuirkChange]>([
    ['alibaba-ticket', {}],
    ['alibaba-ticket', { 'alibaba-ticket': { signature: 'v4' } }],
    ['alibaba-ticket', { 'alibaba-ticket': { olderTwin: true, wrapsUrls: 'line-feed' } }],
    ['alibaba-ticket', { 'alibaba-ticket': { wrapsUrls: 'space' } }],
    ['alibaba-cloud-backup', {}],
    ['alibaba-cloud-backup', { 'alibaba-cloud-backup': { numericCode: true } }],
    ['huawei-coc', {}],
    ['huawei-coc', { 'huawei-coc': { spelling: 'schema', numericProviderCode: true } }],
    ['dingtalk-storage', {}],
    ['dingtalk-storage', { 'dingtalk-storage': { envelope: true, resourceObjects: true } }],
    ['dingtalk-storage', { 'dingtalk-storage': { signature: 'url', emptyContentType: true } }],
    ['signed-endpoint', {}],
    ['signed-endpoint', { 'signed-endpoint': { signature: 'v1', signsContentType: true } }],
    ['signed-endpoint', { 'signed-endpoint': { signature: 's3' } }],
    ['signed-endpoint', { 'signed-endpoint': { reply: 'form', signature: 's3' } }],
    ['signed-endpoint', { 'signed-endpoint': { reply: 'form' } }],
    ['signed-endpoint', { 'signed-endpoint': { reply: 'form', signature: 'v1', bareForm: true } }],
  ])('%s takes a file and gives the same bytes back, with %j', async (vendor, quirks) => {
    const harness = createHarness({ quirks })
    const adapter = adapterOf(vendor, harness)
    const attachment = await upload(adapter, harness)
    expect(attachment).toMatchObject({ name: 'Beweis 1.pdf', size: bytes.length })
    expect(await download(adapter, attachment, harness)).toEqual(bytes)
  })

  it.each(simulatedVendors)('%s knows its handles after a restart', async (vendor) => {
    const before = createHarness()
    const attachment = await upload(adapterOf(vendor, before), before)
    const { storage, accessKey } = before.simulator
    const after = createHarness({ storage, accessKey })
    expect(await download(adapterOf(vendor, after), attachment, after)).toEqual(bytes)
  })

  it.each(['alibaba-ticket', 'alibaba-cloud-backup', 'dingtalk-storage', 'signed-endpoint'] as const)(
    '%s hands out credentials that end when the switch says',
    async (vendor) => {
      let now = Date.UTC(2026, 0, 1)
      const harness = createHarness({ now: () => now, switches: { credentialLifeMs: 5000 } })
      const credential = await adapterOf(vendor, harness).requestUpload(uploadRequest({ file: meta }))
      expect((await sendCredential(harness.fetch, credential, file)).status).toBeLessThan(300)
      now += 7000
      expect(await sendCredential(harness.fetch, credential, file)).toMatchObject({ status: 403 })
    },
  )

  it.each(simulatedVendors)('%s obeys a scripted fault in its own words', async (vendor) => {
    const fault = { type: 'answer', status: 503, code: 'Scripted', headers: { 'retry-after': '3' } } as const
    const harness = createHarness({ switches: { faults: [{ match: { plane: 'api', vendor }, fault }] } })
    const response = await harness.fetch(`${deskUrl}/${vendor}/x`, { method: 'POST' })
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('3')
    expect(JSON.stringify(await response.json())).toContain('Scripted')
  })

  it.each(simulatedVendors)('%s answers a path that is not well encoded', async (vendor) => {
    const response = await createHarness().fetch(`${deskUrl}/${vendor}/v1/%E0%A4%A`, { method: 'POST', body: '{' })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await response.json()).toBeTypeOf('object')
  })

  it('alibaba-ticket lists what a reply attached, and signs it again', async () => {
    const harness = createHarness()
    const endpoint = `${deskUrl}/alibaba-ticket`
    const adapter = createAlibabaTicketAdapter({ endpoint, fetch: harness.fetch, ticketId: 'T-1' })
    const { handle } = await upload(adapter, harness)
    const body = new URLSearchParams({ TicketId: 'T-1', Content: 'see there', Encrypt: 'false', FileNameList: handle })
    expect((await harness.fetch(`${endpoint}/ReplyTicket`, { method: 'POST', body })).status).toBe(200)
    const [listed] = await adapter.listAttachments({ signal })
    expect(listed).toMatchObject({ handle: '10000/Beweis 1.pdf', name: 'Beweis 1.pdf' })
    for (let time = 1; time <= 3; time++) expect(await download(adapter, listed!, harness)).toEqual(bytes)
  })
})
