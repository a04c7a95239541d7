import path from 'node:path'
import { expect, test } from 'vitest'
import { resolveOptions } from '../../src/dev-server/options.ts'

test('falls back to the environment, then to the defaults', () => {
  expect(resolveOptions({}, {}, '/project')).toEqual({
    storePort: 4801,
    storeHost: '127.0.0.1',
    dataDir: path.resolve('/project/.attachkit'),
  })
  const env = { ATTACHKIT_STORE_PORT: '5000', ATTACHKIT_STORE_HOST: '::1', ATTACHKIT_DATA_DIR: 'data' }
  expect(resolveOptions({}, env, '/project')).toEqual({
    storePort: 5000,
    storeHost: '::1',
    dataDir: path.resolve('/project/data'),
  })
  expect(resolveOptions({ storePort: 1, dataDir: '/data/x' }, env, '/project')).toMatchObject({
    storePort: 1,
    dataDir: path.resolve('/data/x'),
  })
})

test.each(['abc', '-1', '65536', '80.5', ' 80', '0x50'])('refuses %j as a port', (text) => {
  expect(() => resolveOptions({}, { ATTACHKIT_STORE_PORT: text }, '/')).toThrow(
    `ATTACHKIT_STORE_PORT must be a port number from 0 to 65535, not "${text}".`,
  )
})
