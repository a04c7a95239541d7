import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createDiskStorage } from '../../src/dev-server/diskStorage.ts'
import { ObjectExistsError } from '../../src/simulator/object-store/objectStorage.ts'
import type { PutTarget } from '../../src/simulator/object-store/objectStorage.ts'
import { brokenStream, facts, filesIn, streamOf, temporaryFolder } from './storageDoubles.ts'

const target = (key: string, changes: Partial<PutTarget> = {}): PutTarget => ({
  bucket: 'tickets',
  key,
  meta: { headers: { 'content-type': 'text/plain' } },
  overwrite: true,
  ...changes,
})

const textOf = (body: ReadableStream<Uint8Array<ArrayBuffer>>) => new Response(body).text()

test('gives back what was put, with its facts and headers', async () => {
  const storage = await createDiskStorage(await temporaryFolder())
  await storage.put(target('a/report.txt'), streamOf('one ', 'two'), () => facts(7))
  const opened = await storage.get('tickets', 'a/report.txt')
  expect(opened && (await textOf(opened.body))).toBe('one two')
  expect(opened?.object).toEqual({ bucket: 'tickets', key: 'a/report.txt', meta: target('').meta, ...facts(7) })
})

test('reads a range, both ends inclusive', async () => {
  const storage = await createDiskStorage(await temporaryFolder())
  await storage.put(target('digits'), streamOf('0123456789'), () => facts(10))
  const opened = await storage.get('tickets', 'digits', { start: 2, end: 5 })
  expect(opened && (await textOf(opened.body))).toBe('2345')
})

test('keeps objects over a restart', async () => {
  const folder = await temporaryFolder()
  const before = await createDiskStorage(folder)
  await before.put(target('übung 😀.log'), streamOf('still here'), () => facts(10))
  const after = await createDiskStorage(folder)
  const opened = await after.get('tickets', 'übung 😀.log')
  expect(opened && (await textOf(opened.body))).toBe('still here')
})

test('keeps nothing of a body that breaks off', async () => {
  const folder = await temporaryFolder()
  const storage = await createDiskStorage(folder)
  const cut = new Error('cut')
  await expect(storage.put(target('half'), brokenStream('ha', cut), () => facts(4))).rejects.toBe(cut)
  expect(await storage.head('tickets', 'half')).toBeUndefined()
  expect(await filesIn(folder)).toEqual([])
})

test('keeps nothing when the seal refuses, and the earlier object stays', async () => {
  const folder = await temporaryFolder()
  const storage = await createDiskStorage(folder)
  await storage.put(target('kept'), streamOf('first'), () => facts(5))
  const mismatch = new Error('mismatch')
  const refuse = () => {
    throw mismatch
  }
  await expect(storage.put(target('kept'), streamOf('second'), refuse)).rejects.toBe(mismatch)
  const opened = await storage.get('tickets', 'kept')
  expect(opened && (await textOf(opened.body))).toBe('first')
  expect(await filesIn(folder)).toHaveLength(2)
})

test('lets one of two writers win when overwriting is forbidden', async () => {
  const storage = await createDiskStorage(await temporaryFolder())
  const puts = ['one', 'two'].map((text) =>
    storage.put(target('once', { overwrite: false }), streamOf(text), () => facts(3)),
  )
  const outcomes = await Promise.allSettled(puts)
  expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(outcomes.find((outcome) => outcome.status === 'rejected')?.reason).toBeInstanceOf(ObjectExistsError)
})

test('finishes a download of bytes that are replaced meanwhile', async () => {
  const folder = await temporaryFolder()
  const storage = await createDiskStorage(folder)
  await storage.put(target('moving'), streamOf('before'), () => facts(6))
  const opened = await storage.get('tickets', 'moving')
  await storage.put(target('moving'), streamOf('after'), () => facts(5))
  expect(opened && (await textOf(opened.body))).toBe('before')
  expect(await filesIn(folder)).toHaveLength(2)
})

test('keeps what was joined over a restart, when its sources are gone', async () => {
  const folder = await temporaryFolder()
  const before = await createDiskStorage(folder)
  for (const [key, text] of [
    ['1', 'still '],
    ['2', 'here'],
  ] as const)
    await before.put(target(key), streamOf(text), () => facts(text.length))
  const sources = ['1', '2'].map((key) => ({ bucket: 'tickets', key }))
  await before.join(target('whole'), sources, facts(10))
  for (const { bucket, key } of sources) await before.delete(bucket, key)
  const after = await createDiskStorage(folder)
  const opened = await after.get('tickets', 'whole')
  expect(opened && (await textOf(opened.body))).toBe('still here')
  await after.delete('tickets', 'whole')
  expect(await filesIn(folder)).toEqual([])
})

test('reads the entries of releases that could not join', async () => {
  const folder = await temporaryFolder()
  const storage = await createDiskStorage(folder)
  await storage.put(target('old'), streamOf('old'), () => facts(3))
  const [name = ''] = (await filesIn(folder)).filter((each) => each.endsWith('.json'))
  const entry = path.join(folder, 'entries', name)
  const { object, pieces } = JSON.parse(await readFile(entry, 'utf8'))
  await writeFile(entry, JSON.stringify({ object, file: pieces[0].file }))
  const opened = await (await createDiskStorage(folder)).get('tickets', 'old')
  expect(opened && (await textOf(opened.body))).toBe('old')
})

test('lists by bucket and prefix in order of keys', async () => {
  const storage = await createDiskStorage(await temporaryFolder())
  for (const key of ['b/2', 'b/1', 'a/1']) await storage.put(target(key), streamOf('x'), () => facts(1))
  await storage.put(target('b/3', { bucket: 'other' }), streamOf('x'), () => facts(1))
  expect((await storage.list('tickets', 'b/')).map((object) => object.key)).toEqual(['b/1', 'b/2'])
  expect(await storage.list('tickets')).toHaveLength(3)
})

test('deletes an object once and leaves no file', async () => {
  const folder = await temporaryFolder()
  const storage = await createDiskStorage(folder)
  await storage.put(target('gone'), streamOf('x'), () => facts(1))
  expect([await storage.delete('tickets', 'gone'), await storage.delete('tickets', 'gone')]).toEqual([true, false])
  expect(await storage.get('tickets', 'gone')).toBeUndefined()
  expect(await filesIn(folder)).toEqual([])
})

test('clears what an interrupted run left behind', async () => {
  const folder = await temporaryFolder()
  const before = await createDiskStorage(folder)
  await before.put(target('whole'), streamOf('whole'), () => facts(5))
  await writeFile(path.join(folder, 'drafts', 'half'), 'half')
  await writeFile(path.join(folder, 'bytes', 'orphan'), 'never registered')
  const after = await createDiskStorage(folder)
  expect(await after.list('tickets')).toHaveLength(1)
  expect(await filesIn(folder)).toHaveLength(2)
})

test('writes keys that look like paths nowhere but into its own folders', async () => {
  const folder = await temporaryFolder()
  const storage = await createDiskStorage(path.join(folder, 'store'))
  const keys = ['../../escape', '/etc/passwd', 'C:\\x', 'a\0b', '.', 'x'.repeat(1023)]
  for (const key of keys) await storage.put(target(key), streamOf(key), () => facts(key.length))
  expect((await storage.list('tickets')).map((object) => object.key).toSorted()).toEqual(keys.toSorted())
  const names = await filesIn(folder)
  expect(names).toHaveLength(2 * keys.length)
  expect(names.every((name) => /^[0-9a-f-]{36}$|^[0-9a-f]{64}\.json$/.test(name))).toBe(true)
})

test('streams megabytes to disk and back unchanged', async () => {
  const storage = await createDiskStorage(await temporaryFolder())
  const bytes = Buffer.alloc(9_000_001, 'attachkit')
  await storage.put(target('big'), new Blob([bytes]).stream(), () => facts(bytes.length))
  const opened = await storage.get('tickets', 'big')
  const back = Buffer.from(await new Response(opened?.body).arrayBuffer())
  expect(sha256(back)).toBe(sha256(bytes))
})

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
