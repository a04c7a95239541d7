import { expect, it, vi } from 'vitest'
import { rememberSource } from '../../src/engine/fileSource.ts'
import { createSession } from '../../src/engine/session.ts'
import type { SessionOptions } from '../../src/engine/sessionTypes.ts'
import type { UploadJournal } from '../../src/engine/uploadJournal.ts'
import { deferred } from '../support/deferred.ts'
import { createMemoryJournal } from '../support/memoryJournal.ts'
import { createPartStore, type PartStoreOptions } from '../support/partStore.ts'
import { patient } from '../support/patient.ts'

const date = 1_700_000_000_000

function largeFile({ size = 95, name = 'video.mp4', seed = 7, lastModified = date } = {}): File {
  const bytes = Uint8Array.from({ length: size }, (_, index) => (index * seed) % 251)
  return new File([bytes], name, { type: 'video/mp4', lastModified })
}

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

/** Pages that follow one another: one store, one journal, and a session for each. */
function setUp(options: PartStoreOptions = {}, journal: UploadJournal = createMemoryJournal().journal) {
  const store = createPartStore(options)
  const { adapter, transports } = store
  const openPage = (changes: Partial<SessionOptions<'signed-put'>> = {}) => {
    const session = createSession({ adapter, transports, journal, retry: { maxRetries: 0 }, ...changes })
    const items = () => [...session.getSnapshot().items.values()]
    return {
      session,
      items,
      names: () => session.getSnapshot().interrupted.map(({ file }) => file.name),
      done: () => vi.waitFor(() => expect(items().map(({ status }) => status)).toEqual(['done']), patient),
    }
  }
  return { ...store, openPage }
}

/** Three parts are there, the fourth is on its way for ever, and the page goes. */
async function interrupt(file = largeFile()) {
  const memory = createMemoryJournal()
  let isStuck = true
  const onSend = ({ partNumber }: { partNumber: number }) =>
    isStuck && partNumber > 3 ? deferred().promise : undefined
  const setting = setUp({ onSend }, memory.journal)
  const before = setting.openPage()
  before.session.add([file])
  await vi.waitFor(() => expect(setting.log).toContain('put 3'), patient)
  await vi.waitFor(() => expect(memory.kept()).toHaveLength(1), patient)
  before.session.leave()
  isStuck = false
  return { ...setting, ...memory, before }
}

it('R31 after a reload the same file goes on from the parts that are stored', async () => {
  const { kept, log, objects, openPage } = await interrupt()
  const page = openPage()
  await page.session.restore()
  expect(page.names()).toEqual(['video.mp4'])
  page.session.add([largeFile()])
  expect(page.names()).toEqual([])
  await page.done()
  expect(objects.get('object-1')).toEqual(await bytesOf(largeFile()))
  expect(log.filter((line) => line.startsWith('begin'))).toEqual(['begin 1'])
  expect(log.filter((line) => /^put [123]$/.test(line))).toHaveLength(3)
  expect(log).not.toContain('abort upload-1')
  await vi.waitFor(() => expect(kept()).toEqual([]), patient)
})

it('R31 a file that is added before the journal was read goes on too', async () => {
  const { log, openPage } = await interrupt()
  const page = openPage({ autoUpload: false })
  page.session.add([largeFile()])
  await page.session.restore()
  expect(page.names()).toEqual([])
  page.session.start()
  await page.done()
  expect(log).not.toContain('begin 2')
})

it('R31 a file with other bytes under the same name, size and date is sent from its beginning', async () => {
  const { kept, log, objects, openPage } = await interrupt()
  const page = openPage()
  await page.session.restore()
  page.session.add([largeFile({ seed: 11 })])
  await page.done()
  expect(objects.get('object-2')).toEqual(await bytesOf(largeFile({ seed: 11 })))
  expect(log).toContain('abort upload-1')
  await vi.waitFor(() => expect(kept()).toEqual([]), patient)
})

it.each([
  ['size', { size: 96 }],
  ['date', { lastModified: date + 1 }],
  ['name', { name: 'Video.mp4' }],
])('a file of another %s is another file: the interrupted one waits on', async (_, changes) => {
  const { openPage } = await interrupt()
  const page = openPage()
  await page.session.restore()
  page.session.add([largeFile(changes)])
  await page.done()
  expect(page.names()).toEqual(['video.mp4'])
})

it('a rejected file claims nothing', async () => {
  const { openPage } = await interrupt()
  const page = openPage({ rules: { maxFileSize: 50 } })
  await page.session.restore()
  page.session.add([largeFile()])
  expect(page.items()[0]?.status).toBe('rejected')
  expect(page.names()).toEqual(['video.mp4'])
})

it('R44 giving an interrupted upload up frees its parts', async () => {
  const { kept, log, openPage, uploads } = await interrupt()
  const page = openPage()
  await page.session.restore()
  page.session.discardInterrupted('upload-1')
  expect(page.names()).toEqual([])
  await vi.waitFor(() => expect(uploads.size).toBe(0), patient)
  expect(log).toContain('abort upload-1')
  await vi.waitFor(() => expect(kept()).toEqual([]), patient)
})

it('R44 removing the row of a file that went on frees its parts too', async () => {
  const { kept, openPage, uploads } = await interrupt()
  const page = openPage({ autoUpload: false })
  await page.session.restore()
  const [id = ''] = page.session.add([largeFile()])
  page.session.remove(id)
  await vi.waitFor(() => expect(uploads.size).toBe(0), patient)
  await vi.waitFor(() => expect(kept()).toEqual([]), patient)
})

it('what the store made an object of meanwhile is committed without sending a byte', async () => {
  const memory = createMemoryJournal()
  const commit = deferred()
  let isFirst = true
  const { log, openPage } = setUp(
    {
      answers: {
        capabilities: { verify: true },
        verifyUpload: async () => 'stored',
        commitUpload: async ({ handle, file }) => {
          if (isFirst) await commit.promise
          return { handle, name: file.name }
        },
      },
    },
    memory.journal,
  )
  const before = openPage()
  before.session.add([largeFile()])
  await vi.waitFor(() => expect(before.items()[0]?.status).toBe('committing'), patient)
  await vi.waitFor(() => expect(memory.kept()).toHaveLength(1), patient)
  before.session.leave()
  isFirst = false
  const puts = log.filter((line) => line.startsWith('put')).length
  const page = openPage()
  await page.session.restore()
  page.session.add([largeFile()])
  await page.done()
  expect(log.filter((line) => line.startsWith('put'))).toHaveLength(puts)
})

it('a page that comes back after all goes on as well', async () => {
  const { before, log } = await interrupt()
  before.session.comeBack()
  await before.done()
  expect(log).not.toContain('begin 2')
})

it('is silent about the uploads of another vendor', async () => {
  const { kept, openPage } = await interrupt()
  const other = createMemoryJournal(kept().map((entry) => ({ ...entry, adapterName: 'another' })))
  const page = openPage({ journal: other.journal })
  await page.session.restore()
  expect(page.names()).toEqual([])
  expect(other.kept()).toHaveLength(1)
})

it('a journal that fails costs nobody their upload', async () => {
  const refuse = async () => {
    throw new Error('storage is full')
  }
  const { objects, openPage } = setUp({}, { list: refuse, save: refuse, forget: refuse })
  const page = openPage()
  await page.session.restore()
  page.session.add([largeFile()])
  await page.done()
  expect(objects.get('object-1')).toEqual(await bytesOf(largeFile()))
})

it('keeps the handle that the browser gave with a drop', async () => {
  const source = { kind: 'file', name: 'video.mp4', isSameEntry: async () => true } as const
  const file = largeFile()
  rememberSource(file, Promise.resolve(source))
  const { kept } = await interrupt(file)
  expect(kept()).toMatchObject([{ source }])
})

it('a drop that gives no handle is one without', async () => {
  const file = largeFile()
  rememberSource(file, Promise.reject(new Error('Not allowed.')))
  const { kept } = await interrupt(file)
  expect(kept()).toMatchObject([{ source: undefined }])
})

it('keeps no credential: what is written down is what the backend named and what the file is', async () => {
  const { kept } = await interrupt()
  expect(kept()).toEqual([
    {
      adapterName: 'scripted',
      begunAt: expect.any(Number),
      file: { name: 'video.mp4', size: 95, contentType: 'video/mp4', lastModified: date },
      source: undefined,
      upload: { handle: 'object-1', uploadId: 'upload-1', partSize: 10, fingerprint: expect.any(String) },
    },
  ])
})
