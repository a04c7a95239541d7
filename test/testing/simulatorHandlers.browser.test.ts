import { setupWorker } from 'msw/browser'
import { http } from 'msw/http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAlibabaCloudBackupAdapter } from '../../src/adapters/alibaba-cloud-backup/createAdapter.ts'
import { createAlibabaTicketAdapter } from '../../src/adapters/alibaba-ticket/createAdapter.ts'
import { createDingtalkStorageAdapter } from '../../src/adapters/dingtalk-storage/createAdapter.ts'
import { createHuaweiCocAdapter } from '../../src/adapters/huawei-coc/createAdapter.ts'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import type { BackendAdapter, Transport } from '../../src/engine/ports.ts'
import { createSimulator, createTestFile, simulatorHandlers } from '../../src/testing/index.ts'
import { createFormPostTransport } from '../../src/transports/formPost.ts'
import { createSignedPutTransport } from '../../src/transports/signedPut.ts'

const storeUrl = 'https://store.example.test'
const worker = setupWorker(...simulatorHandlers(http, createSimulator({ storeUrl }), { storeUrl }))
const signal = new AbortController().signal

beforeAll(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }))
afterAll(() => worker.stop())

const transports: Record<string, Transport> = {
  'signed-put': createSignedPutTransport() as Transport,
  'form-policy': createFormPostTransport() as Transport,
}

const adapters: BackendAdapter[] = [
  createAlibabaTicketAdapter({ endpoint: '/api/alibaba-ticket' }),
  createAlibabaCloudBackupAdapter({ endpoint: '/api/alibaba-cloud-backup' }),
  createHuaweiCocAdapter({ endpoint: '/api/huawei-coc' }),
  createDingtalkStorageAdapter({ endpoint: '/api/dingtalk-storage' }),
  createSignedEndpointAdapter({ endpoint: '/api/signed-endpoint' }),
]

describe('the simulator in a page', () => {
  it.each(adapters.map((adapter) => [adapter.name, adapter] as const))(
    'R13 takes a typed file from %s by its real transport and gives the same bytes back',
    async (_name, adapter) => {
      const file = createTestFile('Beweis 1.pdf', 300_000, { type: 'application/pdf' })
      const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: 0 }
      const credential = await adapter.requestUpload({ itemId: 'i', file: meta, attempt: 1, signal })
      const transport = transports[credential.kind]!
      const receipt = await transport.send({ credential, file, meta, signal, onProgress: () => {} })
      const commit = { itemId: 'i', file: meta, handle: credential.handle, receipt, idempotencyKey: 'i', signal }
      const attachment = await adapter.commitUpload(commit)
      const request = { attachment, disposition: 'attachment' as const, filename: attachment.name, signal }
      const { url, headers } = await adapter.requestDownload(request)
      const stored = await (await fetch(url, { headers })).arrayBuffer()
      expect(new Uint8Array(stored)).toEqual(new Uint8Array(await file.arrayBuffer()))
    },
  )
})
