import { describe, expect, it } from 'vitest'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import { admitFiles } from '../../src/engine/admitFiles.ts'
import { displayName } from '../../src/engine/displayName.ts'
import type { Item } from '../../src/engine/item.ts'
import type { Attachment, BackendAdapter } from '../../src/engine/ports.ts'
import { safeFilename } from '../../src/engine/safeFilename.ts'
import { parseContentDisposition } from '../../src/transports/contentDisposition.ts'
import { neverAborted as signal } from '../adapters/support.ts'
import { oddNames } from '../support/oddNames.ts'
import { sendCredential } from './sendCredential.ts'
import { createHarness, deskUrl } from './simulatorFetch.ts'
import type { Harness } from './simulatorFetch.ts'
import { adapterOf, simulatedVendors } from './vendorAdapters.ts'
import type { SimulatedVendor } from './vendorAdapters.ts'

function pick(name: string, adapter: BackendAdapter): Item {
  const options = { rules: adapter.rules, occupied: { files: 0, bytes: 0 }, overflow: 'accept-first-n' } as const
  const [item] = admitFiles([new File(['evidence'], name)], options)
  if (!item) throw new Error('no item came out')
  return item
}

async function upload({ file, id, meta }: Item, adapter: BackendAdapter, { fetch }: Harness): Promise<Attachment> {
  const credential = await adapter.requestUpload({ itemId: id, file: meta, attempt: 1, signal })
  // As the transports do: the form carries the composed name.
  const receipt = await sendCredential(fetch, credential, new File([file], meta.name))
  expect([200, 201, 204]).toContain(receipt.status)
  const { handle } = credential
  return adapter.commitUpload({ itemId: id, file: meta, handle, receipt, idempotencyKey: id, signal })
}

async function savedName(adapter: BackendAdapter, attachment: Attachment, { fetch }: Harness) {
  const filename = safeFilename(attachment.name) ?? ''
  const request = { attachment, disposition: 'attachment', filename, signal } as const
  const { url, headers } = await adapter.requestDownload(request)
  const disposition = (await fetch(url, { headers })).headers.get('content-disposition')
  return disposition === null ? undefined : safeFilename(parseContentDisposition(disposition).filename ?? '')
}

/** What only the browser's own form or the vendor's rules can tell from the name. */
const refused: Partial<Record<SimulatedVendor, (name: string) => boolean>> = {
  'huawei-coc': (name) => !/\.(?:jpg|png|docx|txt|pdf)$/.test(name),
  'dingtalk-storage': (name) => /[\t*"<>|]/.test(name),
}

describe.each(simulatedVendors)('%s', (vendor) => {
  const isRefused = ([name]: readonly [name: string, shown: string]) => refused[vendor]?.(name) ?? false

  it('R48 has its refusals told before anything is sent', () => {
    const adapter = adapterOf(vendor, createHarness())
    const statuses = oddNames.filter(isRefused).map(([name]) => pick(name, adapter).status)
    expect(new Set(statuses)).toEqual(new Set(statuses.length > 0 ? ['rejected'] : []))
  })

  it.each(oddNames.filter((row) => !isRefused(row)))(
    'R48 R63 gives %j back under the name that is shown',
    async (name, shown) => {
      const harness = createHarness()
      const adapter = adapterOf(vendor, harness)
      const item = pick(name, adapter)
      const attachment = await upload(item, adapter, harness)
      expect(displayName(attachment.name)).toBe(shown)
      const listed = adapter.capabilities.list ? await adapter.listAttachments({ signal }) : [attachment]
      expect(listed.map((each) => displayName(each.name))).toEqual([shown])
      expect([safeFilename(shown), undefined]).toContain(await savedName(adapter, listed[0]!, harness))
    },
  )
})

describe('the object key', () => {
  it.each(oddNames.slice(0, 5))(
    'R49 is never made in the browser from %j: two equal files are two objects',
    async (name) => {
      const harness = createHarness()
      const endpoint = `${deskUrl}/signed-endpoint`
      const adapter = createSignedEndpointAdapter({ endpoint, fetch: harness.fetch })
      const [first, second] = [
        await upload(pick(name, adapter), adapter, harness),
        await upload(pick(name, adapter), adapter, harness),
      ]
      expect(first.handle).not.toBe(second.handle)
      expect(first.handle).not.toContain(name)
    },
  )
})
