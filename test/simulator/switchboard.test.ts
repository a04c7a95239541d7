import { describe, expect, test } from 'vitest'
import type { Exchange, Fault, ScriptedFault } from '../../src/simulator/faults.ts'
import { createSwitchboard } from '../../src/simulator/switchboard.ts'
import { defaultSwitches } from '../../src/simulator/switches.ts'

const put: Exchange = { plane: 'store', method: 'PUT', operation: 'PutObject', key: 'a/report.pdf' }
const get: Exchange = { plane: 'store', method: 'GET', operation: 'GetObject', key: 'a/report.pdf' }
const preflight: Exchange = { plane: 'store', method: 'OPTIONS', operation: 'Preflight', key: 'a/report.pdf' }
const commit: Exchange = { plane: 'api', vendor: 'dingtalk-storage', method: 'POST', operation: 'commit' }
const reset: Fault = { type: 'reset', at: 'start' }
const stall: Fault = { type: 'stall', at: 'handled' }

function drawn(faults: ScriptedFault[], exchanges: Exchange[]) {
  const board = createSwitchboard({ faults })
  return exchanges.map((exchange) => board.draw(exchange))
}

describe('scripted faults', () => {
  test('strike once unless told otherwise', () => {
    expect(drawn([{ fault: reset }], [put, put])).toEqual([reset, undefined])
  })

  test('let the first ones pass and strike so many times', () => {
    const faults = [{ after: 1, times: 2, fault: reset }]
    expect(drawn(faults, [put, put, put, put])).toEqual([undefined, reset, reset, undefined])
  })

  test('strike for ever when times is null', () => {
    expect(drawn([{ times: null, fault: reset }], [put, put, put])).toEqual([reset, reset, reset])
  })

  test.each<[ScriptedFault['match'], Exchange[]]>([
    [{ plane: 'api' }, [commit]],
    [{ method: 'PUT' }, [put]],
    [{ operation: 'GetObject' }, [get]],
    [{ vendor: 'dingtalk-storage' }, [commit]],
    [{ keyIncludes: 'report' }, [put, get]],
    [{ plane: 'store', method: 'OPTIONS' }, [preflight]],
    [{ operation: 'Preflight' }, [preflight]],
    [{}, [put, get, commit]],
  ])('match %o', (match, struck) => {
    const all = [put, get, commit, preflight]
    const faults = [{ ...(match ? { match } : {}), times: null, fault: reset }]
    expect(all.filter((_each, at) => drawn(faults, all)[at])).toEqual(struck)
  })

  test('count every match, whichever line strikes', () => {
    const faults = [{ fault: reset }, { after: 1, fault: stall }]
    expect(drawn(faults, [put, put])).toEqual([reset, stall])
  })

  test('start anew when the script is set again', () => {
    const board = createSwitchboard({ faults: [{ fault: reset }] })
    board.draw(put)
    board.set({ latencyMs: 5 })
    expect(board.draw(put)).toBeUndefined()
    board.set({ faults: [{ fault: stall }] })
    expect(board.draw(put)).toEqual(stall)
  })
})

describe('random failures', () => {
  const outcomes = (seed: number) => {
    const board = createSwitchboard({ failureRate: 0.2, failures: [reset, stall], seed })
    return Array.from({ length: 2000 }, () => board.draw(put)?.type ?? 'none')
  }

  test('come at the given rate and by every kind', () => {
    const failed = outcomes(7).filter((outcome) => outcome !== 'none')
    expect(failed.length).toBeGreaterThan(340)
    expect(failed.length).toBeLessThan(460)
    expect(new Set(failed)).toEqual(new Set(['reset', 'stall']))
  })

  test('are the same for the same seed only', () => {
    expect(outcomes(7)).toEqual(outcomes(7))
    expect(outcomes(7)).not.toEqual(outcomes(8))
  })

  test('spare preflights', () => {
    const board = createSwitchboard({ failureRate: 1 })
    expect(board.draw(preflight)).toBeUndefined()
    expect(board.draw(put)).toBeDefined()
  })
})

describe('switches', () => {
  test('go through JSON unchanged', () => {
    const board = createSwitchboard()
    const changed = board.set({ failureRate: 0.5, exposedHeaders: [], faults: [{ times: null, fault: stall }] })
    expect(createSwitchboard(JSON.parse(JSON.stringify(changed))).get()).toEqual(changed)
    board.reset()
    expect(board.get()).toEqual(defaultSwitches)
  })

  test.each<[unknown, string]>([
    [null, 'Switches must be an object.'],
    [[], 'Switches must be an object.'],
    [{ latency: 5 }, 'There is no switch named "latency".'],
    [{ constructor: 5 }, 'There is no switch named "constructor".'],
    [{ latencyMs: -1 }, 'The switch "latencyMs" does not take this value.'],
    [{ failureRate: 2 }, 'The switch "failureRate" does not take this value.'],
    [{ uploadBytesPerSecond: 0 }, 'The switch "uploadBytesPerSecond" does not take this value.'],
    [{ corsOnErrors: true }, 'The switch "corsOnErrors" does not take this value.'],
    [{ faults: [{ fault: { type: 'earthquake' } }] }, 'The switch "faults" does not take this value.'],
  ])('refuse %o and keep what was set', (change, message) => {
    const board = createSwitchboard({ latencyMs: 3 })
    expect(() => board.set(change)).toThrow(new TypeError(message))
    expect(board.get().latencyMs).toBe(3)
  })
})
