import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { loadAccessKey } from '../../src/dev-server/loadAccessKey.ts'
import { temporaryFolder } from './storageDoubles.ts'

test('makes a key once and marks it as development only', async () => {
  const folder = path.join(await temporaryFolder(), 'data')
  const key = await loadAccessKey(folder)
  expect(key.id).toMatch(/^DEVONLY/)
  expect(key.secret.length).toBeGreaterThanOrEqual(30)
  expect(await loadAccessKey(folder)).toEqual(key)
  expect(await readFile(path.join(folder, 'development-key.json'), 'utf8')).toContain('development')
})

test('makes another key in another folder', async () => {
  const [one, other] = await Promise.all([
    loadAccessKey(await temporaryFolder()),
    loadAccessKey(await temporaryFolder()),
  ])
  expect(one.secret).not.toBe(other.secret)
})

test('makes a new key when the file cannot be read', async () => {
  const folder = await temporaryFolder()
  await writeFile(path.join(folder, 'development-key.json'), '{"id":')
  expect((await loadAccessKey(folder)).id).toMatch(/^DEVONLY/)
})
