import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSession } from '../../src/engine/session.ts'
import { selectTotals } from '../../src/engine/totals.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { fileOf } from '../support/items.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const files = Array.from({ length: 600 }, (_, at) => fileOf(1, `file-${at}.pdf`))
const receipt = { status: 200, headers: {}, body: '' }

function setUp() {
  const sent: string[] = []
  const transport = {
    send: ({ meta }: { meta: { name: string } }) => {
      sent.push(meta.name)
      return Promise.resolve(receipt)
    },
  }
  const session = createSession({ adapter: createScriptedAdapter({}), transports: { 'signed-put': transport } })
  return { sent, session, totals: () => selectTotals(session.getSnapshot()) }
}

describe('a session that is given hundreds of files', () => {
  it('R68 R69 has all of them at once, and sends every one in the order they came', async () => {
    const { sent, session, totals } = setUp()
    session.add(files)
    session.add([fileOf(1, 'last.pdf')])
    expect(totals()).toMatchObject({ files: 601, unfinished: 601 })
    await vi.runAllTimersAsync()
    expect(sent).toEqual([...files.map(({ name }) => name), 'last.pdf'])
    expect(totals().done).toBe(601)
    session.dispose()
  })

  it('R68 tells of a few at once, and of hundreds in a task of their own', () => {
    const { session } = setUp()
    const told: number[] = []
    session.subscribe(() => told.push(session.getSnapshot().ids.length))
    session.add(files.slice(0, 3))
    expect(told).toEqual([3])
    session.reset()
    told.length = 0
    session.add(files)
    expect(told).toEqual([])
    expect(session.getSnapshot().ids).toHaveLength(600)
    vi.advanceTimersByTime(100)
    expect(told[0]).toBe(600)
    session.dispose()
  })

  it('R68 does not start what was removed before it stood in line', async () => {
    const { sent, session } = setUp()
    const ids = session.add(files)
    session.remove(ids[599] ?? '')
    session.cancel(ids[598] ?? '')
    await vi.runAllTimersAsync()
    expect(sent).toEqual(files.slice(0, 598).map(({ name }) => name))
    session.dispose()
  })
})
