import { expect, it, vi } from 'vitest'
import type { BatchSigner } from '../../src/engine/ports.ts'
import { createSession } from '../../src/engine/session.ts'
import type { SessionOptions } from '../../src/engine/sessionTypes.ts'
import { createScriptedAdapter, scriptedCredential } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { fileOf } from '../support/items.ts'

const files = (count: number, size = 10) => Array.from({ length: count }, (_, at) => fileOf(size, `${at}.txt`))

/** A backend that signs up to eight files in one call; `sign` may refuse one. */
function setUp(
  sign: (name: string) => string | undefined = (name) => `object of ${name}`,
  expiry?: { afterMs: number },
) {
  const groups: string[][] = []
  const batch: BatchSigner<'signed-put'> = {
    maxFiles: 8,
    async requestUploads({ files: asked }) {
      groups.push(asked.map(({ file }) => file.name))
      return asked.map(({ file }) => {
        const handle = sign(file.name)
        return handle === undefined ? undefined : { ...scriptedCredential(handle), expiry }
      })
    },
  }
  const adapter = { ...createScriptedAdapter(), batch }
  const transport = createScriptedTransport()
  const open = (options: Partial<SessionOptions<'signed-put'>> = {}) =>
    createSession({ adapter, transports: { 'signed-put': transport }, concurrency: 1, ...options })
  return { adapter, groups, open, transport }
}

it('R07 signs a group while the first file moves, and the next group when half of it is used', async () => {
  const { adapter, groups, open, transport } = setUp()
  const session = open()
  session.add(files(20))
  const handles: string[] = []
  for (let at = 0; at < 20; at += 1) {
    const request = await transport.nextRequest()
    handles.push(request.credential.handle)
    // Never more than a group lies unused.
    expect(groups.flat().length - at).toBeLessThanOrEqual(9)
    request.respond()
  }
  await session.settled()
  expect(groups.map((group) => group.length)).toEqual([8, 4, 4, 3])
  expect(groups.flat()).toEqual(
    files(20)
      .slice(1)
      .map(({ name }) => name),
  )
  expect(adapter.count('requestUpload')).toBe(1)
  expect(handles.slice(1)).toEqual(groups.flat().map((name) => `object of ${name}`))
})

it('a file that the group leaves out is asked for alone, and told what is wrong with it', async () => {
  const { adapter, open, transport } = setUp((name) => (name === '2.txt' ? undefined : name))
  const session = open()
  session.add(files(4))
  for (let at = 0; at < 4; at += 1) (await transport.nextRequest()).respond()
  const { items } = await session.settled()
  expect([...items.values()].map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done'])
  expect(adapter.count('requestUpload')).toBe(2)
})

it('a group that fails costs nothing but the call', async () => {
  const { adapter, open, transport } = setUp(() => {
    throw new Error('This call is not known.')
  })
  const session = open()
  session.add(files(3))
  for (let at = 0; at < 3; at += 1) (await transport.nextRequest()).respond()
  await session.settled()
  expect(adapter.count('requestUpload')).toBe(3)
})

it('R08 a credential that grew old in the group is asked for anew', async () => {
  const { adapter, open, transport } = setUp((name) => name, { afterMs: 60_000 })
  const session = open()
  session.add(files(3))
  const first = await transport.nextRequest()
  const now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => now + 45_000)
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 45_000)
  first.respond()
  for (let at = 0; at < 2; at += 1) (await transport.nextRequest()).respond()
  await session.settled()
  vi.restoreAllMocks()
  expect(adapter.count('requestUpload')).toBe(3)
})

it('groups no large files, and none where a checksum is to be signed', async () => {
  const { groups, open, transport } = setUp()
  const session = open()
  session.add(files(3, 2_000_000))
  for (let at = 0; at < 3; at += 1) (await transport.nextRequest()).respond()
  await session.settled()
  const hasher = { compute: async () => ({ md5: 'XUFAKrxLKna5cZ2REBfFkg==' }) }
  const checked = open({ integrity: { algorithms: ['md5'], hasher } })
  checked.add(files(3))
  for (let at = 0; at < 3; at += 1) (await transport.nextRequest()).respond()
  await checked.settled()
  expect(groups).toEqual([])
})
