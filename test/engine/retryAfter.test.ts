import { describe, expect, it } from 'vitest'
import { readRetryAfter } from '../../src/engine/retryAfter.ts'

const date = 'Sat, 21 Nov 2026 10:00:00 GMT'

describe('readRetryAfter', () => {
  it.each([
    ['7', undefined, 7000],
    [' 0 ', null, 0],
    ['Sat, 21 Nov 2026 10:00:05 GMT', date, 5000],
    ['Sat, 21 Nov 2026 09:00:00 GMT', date, 0],
  ])('R28 reads %j beside the date %j', (retryAfter, serverDate, waitMs) => {
    expect(readRetryAfter(retryAfter, serverDate)).toBe(waitMs)
  })

  it.each(['999999999', '9'.repeat(40), 'Sun, 22 Nov 2026 10:00:00 GMT'])(
    'R28 waits a quarter of an hour for %j, and no longer',
    (retryAfter) => {
      expect(readRetryAfter(retryAfter, date)).toBe(15 * 60_000)
    },
  )

  it.each([null, undefined, '', 'soon', '-1', '1.5'])('R28 reads nothing from %j', (retryAfter) => {
    expect(readRetryAfter(retryAfter, date)).toBeUndefined()
  })

  it("R12 never counts a date from the page's own clock", () => {
    expect(readRetryAfter('Sat, 21 Nov 2026 10:00:05 GMT', undefined)).toBeUndefined()
  })
})
