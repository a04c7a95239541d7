import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { UploadError, type ErrorCode } from '../../src/engine/errors.ts'
import { explainSilence } from '../../src/engine/explainSilence.ts'
import { createSession } from '../../src/engine/session.ts'
import type { UploadRequest } from '../../src/engine/ports.ts'
import { createScriptedAdapter, scriptedCredential } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { fileOf } from '../support/items.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const life = { askedAt: 1000, deadline: 4000 }
const failureOf = (code: ErrorCode) => new UploadError({ code, stage: 'transfer' })

it.each([
  ['network', life, 4000, 'credential-expired'],
  ['cors-refused', life, 9000, 'credential-expired'],
  ['network', life, 3999, 'network'],
  ['stalled', life, 9000, 'stalled'],
  ['network', { askedAt: 1000, deadline: 500 }, 9000, 'network'],
  ['network', { askedAt: 1000, deadline: Infinity }, 9000, 'network'],
] as const)('%s of a credential living %o, at %i, is %s', (code, credentialLife, now, meaning) => {
  expect(explainSilence(failureOf(code), credentialLife, now).code).toBe(meaning)
})

it('R18 a credential that ended unseen is asked for anew at once, and the backend is told why', async () => {
  const expiry = { afterMs: 3000 }
  const adapter = createScriptedAdapter({ requestUpload: async () => scriptedCredential('object-1', { expiry }) })
  const transport = createScriptedTransport()
  const session = createSession({ adapter, transports: { 'signed-put': transport } })
  session.add([fileOf(10)])
  const first = await transport.nextRequest()
  await vi.advanceTimersByTimeAsync(3000)
  first.fail({ code: 'network' })
  await vi.advanceTimersByTimeAsync(0)
  expect(transport.count()).toBe(2)
  const asked = adapter.calls.filter(({ operation }) => operation === 'requestUpload')
  expect((asked.at(-1)!.request as UploadRequest).previousError?.code).toBe('credential-expired')
  session.dispose()
})
