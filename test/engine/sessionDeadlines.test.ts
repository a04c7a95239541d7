import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSession } from '../../src/engine/session.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { fileOf } from '../support/items.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('R22 a backend that never answers is given up after the time the embedder allows', async () => {
  const adapter = createScriptedAdapter({ requestUpload: () => new Promise(() => {}) })
  const session = createSession({
    adapter,
    transports: { 'signed-put': createScriptedTransport() },
    retry: { maxRetries: 0 },
    deadlines: { credentials: 2000 },
  })
  const [id = ''] = session.add([fileOf(10)])
  await vi.advanceTimersByTimeAsync(1999)
  expect(session.getSnapshot().items.get(id)?.status).toBe('preparing')
  await vi.advanceTimersByTimeAsync(1)
  expect(session.getSnapshot().items.get(id)).toMatchObject({ status: 'failed', error: { code: 'timeout' } })
  session.dispose()
})
