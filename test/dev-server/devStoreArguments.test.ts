import { expect, test } from 'vitest'
import { readDevStoreArguments } from '../../src/dev-server/devStoreArguments.ts'

test('takes ports, address, folder, buckets and pages', () => {
  const args = ['--port', '0', '--store-port', '5001', '--host', '::1', '--data', 'there']
  expect(readDevStoreArguments([...args, '--bucket', 'a', '--bucket', 'b', '--origin', 'https://desk.test'])).toEqual({
    port: 0,
    storePort: 5001,
    host: '::1',
    dataDir: 'there',
    buckets: ['a', 'b'],
    origins: ['https://desk.test'],
    help: false,
  })
})

test('listens on 4800 of this machine alone, where nothing is said', () => {
  expect(readDevStoreArguments([])).toMatchObject({ port: 4800, host: '127.0.0.1', storePort: undefined })
})

test.each([
  [['--port', 'http'], /^--port must be a port number from 0 to 65535, not "http"\.$/],
  [['--store-port', '70000'], /^--store-port must be/],
  [['--colour'], /^Unknown option '--colour'[^]*Usage: attachkit-dev-store/],
])('refuses %j in words', (args, words) => {
  expect(() => readDevStoreArguments(args)).toThrow(words)
})
