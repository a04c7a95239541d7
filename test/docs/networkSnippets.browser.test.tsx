import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { setupWorker } from 'msw/browser'
import { http } from 'msw/http'
import type { ComponentType } from 'react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAttachmentServer, createMemoryRecords, createS3Store } from '../../src/server/index.ts'
import { createMemoryStorage, createSimulator, simulatorHandlers, type ObjectStorage } from '../../src/testing/index.ts'
import ActiveStorage from '../../stories/docs/snippets/ActiveStorage.tsx'
import AlibabaCloudBackup from '../../stories/docs/snippets/AlibabaCloudBackup.tsx'
import AlibabaTicket from '../../stories/docs/snippets/AlibabaTicket.tsx'
import AzureBlob from '../../stories/docs/snippets/AzureBlob.tsx'
import DingtalkStorage from '../../stories/docs/snippets/DingtalkStorage.tsx'
import GcsBucket from '../../stories/docs/snippets/GcsBucket.tsx'
import HuaweiCoc from '../../stories/docs/snippets/HuaweiCoc.tsx'
import LargeFiles from '../../stories/docs/snippets/LargeFiles.tsx'
import S3Bucket from '../../stories/docs/snippets/S3Bucket.tsx'
import YourBackend from '../../stories/docs/snippets/YourBackend.tsx'
import Zendesk from '../../stories/docs/snippets/Zendesk.tsx'
import { updateLikeAnApp } from '../react/uploadHarness.tsx'

const storeUrl = 'https://store.example.test'
const region = 'eu-central-1'
const stored: string[] = []
const simulator = createSimulator({ storeUrl, region, buckets: ['attachments'], storage: remembering(stored) })
const reachStore: typeof fetch = (input, init) => simulator.store(new Request(input, init))
const attachments = createAttachmentServer({
  store: createS3Store({
    endpoint: storeUrl,
    region,
    bucket: 'attachments',
    accessKey: simulator.accessKey,
    // A service worker does not see the length of what it passes on.
    bindsSize: false,
    fetch: reachStore,
  }),
  records: createMemoryRecords(),
  authorize: () => 'tickets/42',
})

const worker = setupWorker(
  http.all('/api/attachments/*', ({ request }) => attachments(request)),
  http.all('/rails/active_storage/*', ({ request }) => simulator.api['active-storage'](request)),
  ...simulatorHandlers(http, simulator, { storeUrl }),
)

beforeAll(() => worker.start({ quiet: true, onUnhandledFrame: 'bypass' }))
afterAll(() => worker.stop())
beforeEach(updateLikeAnApp)
afterEach(cleanup)

const snippets: Record<string, ComponentType> = {
  ActiveStorage,
  AlibabaCloudBackup,
  AlibabaTicket,
  AzureBlob,
  DingtalkStorage,
  GcsBucket,
  HuaweiCoc,
  LargeFiles,
  S3Bucket,
  YourBackend,
  Zendesk,
}

/** A storage that notes the text of whatever is put into it. */
function remembering(texts: string[]): ObjectStorage {
  const storage = createMemoryStorage()
  return {
    ...storage,
    async put(target, body, seal) {
      const object = await storage.put(target, body, seal)
      texts.push(await new Response((await storage.get(object.bucket, object.key))?.body).text())
      return object
    },
  }
}

describe('the snippets that speak to a backend', () => {
  it.each(Object.entries(snippets))('%s uploads a file, and the store has its bytes', async (name, Snippet) => {
    const bytes = `%PDF-1.4 of ${name}`
    render(<Snippet />)
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!
    const data = new DataTransfer()
    data.items.add(new File([bytes], `${name}.pdf`, { type: 'application/pdf' }))
    input.files = data.files
    fireEvent.change(input)
    const row = await screen.findByRole('listitem', { name: `${name}.pdf` })
    await waitFor(() => expect(row).toHaveAttribute('data-status', 'done'), { timeout: 10_000 })
    expect(stored).toContain(bytes)
  })
})
