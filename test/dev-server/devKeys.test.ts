import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { loadDevKeys } from '../../src/dev-server/devKeys.ts'
import { temporaryFolder } from './storageDoubles.ts'

test('makes keys once and marks them as development only', async () => {
  const folder = path.join(await temporaryFolder(), 'data')
  const keys = await loadDevKeys(folder)
  expect(keys.accessKeyId).toMatch(/^DEVONLY[0-9A-F]{16}$/)
  expect(keys.accessKeySecret.length).toBeGreaterThanOrEqual(32)
  expect(await loadDevKeys(folder)).toEqual(keys)
  expect(await readFile(path.join(folder, 'development-keys.json'), 'utf8')).toContain('development')
})

test('makes other keys in another folder', async () => {
  const [one, other] = await Promise.all([loadDevKeys(await temporaryFolder()), loadDevKeys(await temporaryFolder())])
  expect(one.accessKeySecret).not.toBe(other.accessKeySecret)
})

test('makes new keys when the file cannot be read', async () => {
  const folder = await temporaryFolder()
  await writeFile(path.join(folder, 'development-keys.json'), '{"accessKeyId":')
  expect((await loadDevKeys(folder)).accessKeyId).toMatch(/^DEVONLY/)
})
