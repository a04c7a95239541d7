import { expect, onTestFinished, test } from 'vitest'
import { createS3Adapter } from '../../src/adapters/s3/createAdapter.ts'
import { createDevServer } from '../../src/dev-server/createDevServer.ts'
import { startStoreServer } from '../../src/dev-server/storeServer.ts'
import { createAccessKey } from '../../src/signing/accessKey.ts'
import { createMemoryStorage } from '../../src/simulator/object-store/memoryStorage.ts'
import { createObjectStore } from '../../src/simulator/object-store/createObjectStore.ts'
import { sendCredential } from '../simulator/sendCredential.ts'
import { temporaryFolder } from './storageDoubles.ts'

const region = 'eu-central-1'
const signal = new AbortController().signal
const file = new File(['the evidence'], 'evidence.txt', { type: 'text/plain' })
const meta = { name: file.name, size: file.size, contentType: file.type, lastModified: 0 }

/** A store of somebody else's, on a port of its own. */
async function startBucket() {
  const accessKey = createAccessKey()
  const store = createObjectStore({
    storage: createMemoryStorage(),
    accessKeys: [accessKey],
    buckets: ['desk'],
    region,
  })
  const place = { host: '127.0.0.1', port: 0, onError: (error: unknown) => console.error(error) }
  const server = await startStoreServer(store.fetch, place)
  onTestFinished(() => server.close())
  return { endpoint: server.url, region, bucket: 'desk', pathStyle: true, accessKey }
}

type Place = Awaited<ReturnType<typeof startBucket>>

async function openDesk(s3: Place, dataDir: string) {
  const devServer = await createDevServer({ s3, dataDir })
  const fetch: typeof globalThis.fetch = (input, init) => devServer.api(new Request(input, init))
  const adapter = createS3Adapter({ endpoint: 'http://desk.test/api/s3', fetch, kind: 'signed-put' })
  return { ...devServer, adapter }
}

test('keeps objects in the bucket, and what was committed over a restart', async () => {
  const [place, dataDir] = [await startBucket(), await temporaryFolder()]
  const before = await openDesk(place, dataDir)
  expect(before.storeUrl).toBe(`${place.endpoint}/desk`)
  const credential = await before.adapter.requestUpload({ itemId: 'a', file: meta, attempt: 1, signal })
  expect(credential.url).toContain(`${place.endpoint}/desk/helpdesk/`)
  const receipt = await sendCredential(fetch, credential, file)
  const commit = { itemId: 'a', file: meta, handle: credential.handle, receipt, idempotencyKey: 'a', signal }
  const attachment = await before.adapter.commitUpload(commit)
  expect(await before.adapter.commitUpload(commit)).toEqual(attachment)
  await before.close()

  const after = await openDesk(place, dataDir)
  onTestFinished(() => after.close())
  expect(await after.adapter.listAttachments({ signal })).toEqual([attachment])
  const asked = { attachment, disposition: 'attachment', filename: file.name, signal } as const
  const { url } = await after.adapter.requestDownload(asked)
  expect(await (await fetch(url)).text()).toBe('the evidence')
})

test('has no simulated vendor beside it', async () => {
  const desk = await openDesk(await startBucket(), await temporaryFolder())
  onTestFinished(() => desk.close())
  const answer = await desk.api(new Request('http://desk.test/api/alibaba-ticket/GetAttachmentUploadUrl'))
  expect(answer.status).toBe(404)
})
