import { expect, it, vi } from 'vitest'
import type { FileRules } from '../../src/engine/rules.ts'
import { createSession } from '../../src/engine/session.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'

const inlineRules = (): FileRules => ({ accept: ['.pdf'], maxFiles: 3, checkName: () => undefined })

function setUp() {
  const adapter = createScriptedAdapter()
  const session = createSession({
    adapter,
    transports: { 'signed-put': createScriptedTransport() },
    rules: inlineRules(),
  })
  const listener = vi.fn<() => void>()
  session.subscribe(listener)
  return { adapter, session, listener }
}

it('equal rules in a new object publish nothing', () => {
  const { adapter, session, listener } = setUp()
  const before = session.getSnapshot()
  session.configure({ adapter: { ...adapter }, rules: inlineRules() })
  expect(session.getSnapshot()).toBe(before)
  expect(listener).not.toHaveBeenCalled()
})

it('changed rules are published', () => {
  const { session, listener } = setUp()
  session.configure({ rules: { ...inlineRules(), accept: ['.png'] } })
  expect(session.getSnapshot().rules.accept).toEqual(['.png'])
  expect(listener).toHaveBeenCalledOnce()
})

it('takes away rules that are no longer given', () => {
  const { session } = setUp()
  session.configure({ rules: undefined })
  expect(session.getSnapshot().rules.accept).toBeUndefined()
})

it('asks the latest checkName', () => {
  const { session } = setUp()
  session.configure({ rules: { ...inlineRules(), checkName: () => 'not this one' } })
  const [id = ''] = session.add([new File(['x'], 'a.pdf')])
  expect(session.getSnapshot().items.get(id)).toMatchObject({ status: 'rejected' })
})
