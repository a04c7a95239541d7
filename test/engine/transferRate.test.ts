import { describe, expect, it } from 'vitest'
import { nextRate, remainingMsOf, speedOf, type TransferRate } from '../../src/engine/transferRate.ts'

const readings = (pairs: Array<[at: number, sentBytes: number]>) =>
  pairs.reduce<TransferRate | undefined>((rate, [at, sentBytes]) => nextRate(rate, sentBytes, at), undefined)

describe('transfer rate', () => {
  it('R24 is hidden until it has been watched for three seconds', () => {
    expect(
      speedOf(
        readings([
          [0, 0],
          [1000, 1000],
          [2900, 2900],
        ]),
      ),
    ).toBeUndefined()
    expect(
      speedOf(
        readings([
          [0, 0],
          [1000, 1000],
          [3000, 3000],
        ]),
      ),
    ).toBeCloseTo(1000)
  })

  it('a steady transfer has a steady rate at any interval', () => {
    const rate = readings([
      [0, 0],
      [100, 100],
      [1700, 1700],
      [1800, 1800],
      [9000, 9000],
    ])
    expect(speedOf(rate)).toBeCloseTo(1000)
    expect(remainingMsOf(rate, 10_000)).toBeCloseTo(1000)
  })

  it('one burst moves it a little only', () => {
    const rate = readings([
      [0, 0],
      [1000, 1000],
      [4000, 4000],
      [4100, 6000],
    ])
    expect(speedOf(rate)).toBeLessThan(2000)
  })

  it('a transfer that stands still tells no time', () => {
    const rate = readings([
      [0, 0],
      [10_000, 0],
    ])
    expect(remainingMsOf(rate, 100)).toBeUndefined()
  })

  it('fewer bytes than before begin anew', () => {
    expect(
      speedOf(
        readings([
          [0, 0],
          [4000, 4000],
          [5000, 10],
        ]),
      ),
    ).toBeUndefined()
  })
})
