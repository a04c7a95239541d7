import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, DeskPage } from '../../flows/support/openPage.ts'
import { makeFile, makeFolder, makeLargeFile, pdfBytes } from '../../flows/support/files.ts'
import { freePlace, startHelpdesk } from '../../flows/support/startHelpdesk.ts'
import { countUnfinished, createBucket, hashesOf } from '../createBucket.ts'
import { startCeph, type Ceph } from '../startCeph.ts'

const bucket = 'desk'
const closers: (() => Promise<unknown>)[] = []
let ceph: Ceph
let folder: string

beforeAll(async () => {
  const made = await makeFolder()
  folder = made.folder
  closers.push(made.remove)
  ceph = await startCeph()
  closers.push(() => ceph.stop())
  await createBucket(ceph, bucket)
})

afterAll(async () => {
  for (const close of closers.toReversed()) await close()
})

async function openDesk(): Promise<DeskPage> {
  const { accessKey, endpoint, region } = ceph
  const env = {
    S3_ENDPOINT: endpoint,
    S3_REGION: region,
    S3_BUCKET: bucket,
    AWS_ACCESS_KEY_ID: accessKey.id,
    AWS_SECRET_ACCESS_KEY: accessKey.secret,
  }
  const place = await freePlace(path.join(folder, 'data'))
  const helpdesk = await startHelpdesk(place, { flags: ['--store', 's3'], env })
  closers.push(helpdesk.stop)
  expect(helpdesk.output()).toContain(`${endpoint}/${bucket}`)
  const browser = await launchBrowser()
  closers.push(() => browser.close())
  const context = await browser.newContext({ acceptDownloads: true })
  context.setDefaultTimeout(60_000)
  const desk = new DeskPage(await context.newPage())
  await desk.open(helpdesk.url, { system: 's3' })
  return desk
}

test('the helpdesk page on Ceph: what is attached lies in the bucket, and comes back the same', async () => {
  const report = await makeFile(folder, 'Bericht.pdf', pdfBytes('For the bucket'))
  const recording = await makeLargeFile(folder, 'recording.mkv', 20)
  const desk = await openDesk()
  await desk.pick([report, recording])
  for (const { name } of [report, recording]) await desk.row(name, 'done').waitFor()
  expect((await hashesOf(ceph, bucket)).toSorted()).toEqual([report.sha256, recording.sha256].toSorted())
  expect(await countUnfinished(ceph, bucket)).toBe(0)

  await desk.send('Kept in a bucket.')
  await desk.page.reload()
  for (const { name, sha256 } of [report, recording]) {
    await desk.storedRows().filter({ hasText: name }).waitFor()
    expect(await desk.download(name)).toEqual({ name, sha256 })
  }
  expect(desk.complaints).toEqual([])
})
