import { describe, expect, it } from 'vitest'
import { createSession } from '../../src/engine/session.ts'
import type { ItemChange } from '../../src/engine/sessionTypes.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { fileOf } from '../support/items.ts'

function setUp() {
  const transport = createScriptedTransport()
  const session = createSession({ adapter: createScriptedAdapter(), transports: { 'signed-put': transport } })
  const changes: ItemChange[] = []
  const stop = session.observe((change) => changes.push(change))
  const facts = () => changes.map(({ event }) => event.type)
  return { changes, facts, session, stop, transport }
}

describe('session.observe', () => {
  it('tells every fact of a file, none held back', async () => {
    const { facts, session, transport } = setUp()
    session.add([fileOf(100)])
    const request = await transport.nextRequest()
    request.progress(40)
    request.progress(70)
    request.respond()
    await session.settled()
    expect(facts()).toEqual([
      'added',
      'credentialRequested',
      'credentialIssued',
      'bytesSent',
      'bytesSent',
      'bytesStored',
      'committed',
    ])
  })

  it('shows the item before and after', async () => {
    const { changes, session } = setUp()
    const [id] = session.add([fileOf(0)])
    session.remove(id ?? '')
    expect(changes.map(({ before, after }) => [before?.status, after?.status])).toEqual([
      [undefined, 'rejected'],
      ['rejected', undefined],
    ])
  })

  it('says nothing more once it is stopped', () => {
    const { facts, session, stop } = setUp()
    stop()
    session.add([fileOf(0)])
    expect(facts()).toEqual([])
  })

  it('tells of all that a disposed session forgets', () => {
    const { facts, session } = setUp()
    session.add([fileOf(0), fileOf(0)])
    session.dispose()
    expect(facts()).toEqual(['added', 'added', 'removed', 'removed'])
  })
})
