import { describe, expect, it } from 'vitest'
import { createClock } from '../../src/engine/clock.ts'
import { deadlineOf, isStale } from '../../src/engine/credentialLife.ts'
import { createSharedCredential } from '../../src/engine/sharedCredential.ts'
import { deferred } from '../support/deferred.ts'

const day = 24 * 3600 * 1000

function handClock() {
  const times = { monotonic: 1000, wall: 1_700_000_000_000 }
  return {
    times,
    clock: createClock(
      () => times.monotonic,
      () => times.wall,
    ),
  }
}

describe('clock', () => {
  it('R12 counts the time a laptop slept', () => {
    const { clock, times } = handClock()
    times.monotonic += 10
    times.wall += 3_600_000
    expect(clock()).toBe(3_600_000)
  })

  it('R12 never goes back when the wall clock is set back', () => {
    const { clock, times } = handClock()
    times.monotonic += 500
    times.wall -= day
    expect(clock()).toBe(500)
    times.monotonic += 100
    times.wall += 100
    expect(clock()).toBe(600)
  })
})

describe('deadlineOf', () => {
  it('R12 a relative expiry counts from the request, not the answer', () => {
    expect(deadlineOf({ afterMs: 900_000 }, 5000)).toBe(905_000)
  })

  it.each([-day, 0, day])('R12 an absolute expiry is measured by the server when the page is off by %i ms', (skew) => {
    const serverNowMs = 1_700_000_000_000
    expect(deadlineOf({ atMs: serverNowMs + 60_000, serverNowMs }, 5000, serverNowMs + skew)).toBe(65_000)
  })

  it('an absolute expiry falls back to the page clock', () => {
    expect(deadlineOf({ atMs: 1_700_000_060_000 }, 0, 1_700_000_000_000)).toBe(60_000)
  })

  it('no expiry means no deadline', () => {
    expect(deadlineOf(undefined, 0)).toBe(Infinity)
  })
})

describe('isStale', () => {
  it('R12 a credential dead on arrival is used: the clock is wrong', () => {
    expect(isStale(-day, 0, () => 10, 30_000)).toBe(false)
  })

  it('asks anew when too little life is left', () => {
    expect(isStale(900_000, 0, () => 871_000, 30_000)).toBe(true)
    expect(isStale(900_000, 0, () => 869_000, 30_000)).toBe(false)
  })

  it('a short life is used up to its half', () => {
    expect(isStale(5000, 0, () => 2000, 30_000)).toBe(false)
    expect(isStale(5000, 0, () => 3000, 30_000)).toBe(true)
  })
})

describe('shared credential', () => {
  function setUp() {
    const time = { now: 0 }
    const answers: Array<ReturnType<typeof deferred<{ name: string; expiry: { afterMs: number } }>>> = []
    const shared = createSharedCredential<{ name: string; expiry: { afterMs: number } }>({
      clock: () => time.now,
      ask: () => {
        const answer = deferred<{ name: string; expiry: { afterMs: number } }>()
        answers.push(answer)
        return answer.promise
      },
    })
    const give = (index: number, name: string) => answers[index]?.resolve({ name, expiry: { afterMs: 900_000 } })
    return { time, answers, shared, give }
  }

  it('R10 ten uploads starting together cause one refresh', async () => {
    const { answers, give, shared } = setUp()
    const all = Promise.all(Array.from({ length: 10 }, () => shared.get()))
    give(0, 'first')
    expect((await all).map(({ name }) => name)).toEqual(Array(10).fill('first'))
    expect(answers).toHaveLength(1)
  })

  it('R10 an expired credential is never handed out again', async () => {
    const { give, shared, time } = setUp()
    const first = shared.get()
    give(0, 'first')
    await first
    time.now = 899_999
    const all = Promise.all(Array.from({ length: 10 }, () => shared.get()))
    give(1, 'second')
    expect(new Set((await all).map(({ name }) => name))).toEqual(new Set(['second']))
  })

  it('R10 a failed refresh is not cached', async () => {
    const { answers, give, shared } = setUp()
    for (const index of [0, 1]) {
      const failing = shared.get()
      answers[index]?.reject(new Error('signer down'))
      await expect(failing).rejects.toThrow('signer down')
    }
    const good = shared.get()
    give(2, 'third')
    expect((await good).name).toBe('third')
  })

  it('invalidates only the credential that was refused', async () => {
    const { answers, give, shared } = setUp()
    const asked = shared.get()
    give(0, 'first')
    const first = await asked
    shared.invalidate({ ...first })
    await shared.get()
    expect(answers).toHaveLength(1)
    shared.invalidate(first)
    void shared.get()
    expect(answers).toHaveLength(2)
  })
})
