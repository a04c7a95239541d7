import { describe, expect, it, vi } from 'vitest'
import type { ErrorCode } from '../../src/engine/errors.ts'
import { createSession } from '../../src/engine/session.ts'
import type { ItemStatus } from '../../src/engine/item.ts'
import { en } from '../../src/messages/en.ts'
import {
  createFixtureFile,
  createScriptedAdapter,
  createScriptedConnectivity,
  createScriptedTransport,
} from '../../src/testing/index.ts'
import type { AdapterScript, TransferScript } from '../../src/testing/index.ts'
import { patient } from '../support/patient.ts'

const codes = Object.keys(en.errors) as ErrorCode[]

/** Where a file comes to rest under a script. */
async function restOf(script: AdapterScript, transfer: TransferScript, isOnline: boolean) {
  const session = createSession({
    adapter: createScriptedAdapter(script),
    transports: { 'signed-put': createScriptedTransport(transfer) },
    connectivity: createScriptedConnectivity(isOnline),
    retry: { maxRetries: 0 },
  })
  const [id = ''] = session.add([createFixtureFile('pdf')])
  const rest: readonly ItemStatus[] = ['done', 'failed', 'paused']
  await vi.waitFor(() => expect(rest).toContain(session.getSnapshot().items.get(id)?.status), patient)
  return session.getSnapshot().items.get(id)
}

/** What the network or the sign-in stopped waits for it; all else has failed, with the code that the script says. */
function expected(code: ErrorCode) {
  if (code === 'offline') return { status: 'paused', reason: 'offline' }
  if (code === 'unauthorized') return { status: 'paused', reason: 'auth' }
  return { status: 'failed', error: expect.objectContaining({ code }) }
}

describe('R78 R18 a script can fail with', () => {
  it.each(codes)('%s, of the store', async (code) => {
    const item = await restOf({}, { outcomes: Array(9).fill(code) }, code !== 'offline')
    // A store whose callback failed has the bytes: the commit makes up for it.
    expect(item).toMatchObject(code === 'stored-not-registered' ? { status: 'done' } : expected(code))
  })

  it.each(codes)('%s, of the backend', async (code) => {
    const item = await restOf({ failures: { requestUpload: Array(9).fill(code) } }, {}, code !== 'offline')
    expect(item).toMatchObject(expected(code))
  })
})
