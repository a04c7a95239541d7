import { expect, it } from 'vitest'
import { median, ratio, spread } from '../../bench/report/statistics.ts'

it('takes the middle of an odd number of rounds, in any order', () => {
  expect(median([30, 10, 20])).toBe(20)
})

it('takes the mean of the middle two of an even number', () => {
  expect(median([40, 10, 20, 30])).toBe(25)
})

it('has no median of nothing', () => {
  expect(median([])).toBeNaN()
})

it('leaves the rounds as they were', () => {
  const rounds = [3, 1, 2]
  median(rounds)
  expect(rounds).toEqual([3, 1, 2])
})

it('tells the spread as half the range by the median', () => {
  expect(spread([90, 100, 120])).toBeCloseTo(0.15)
})

it('knows no spread of one round, nor around zero', () => {
  expect(spread([42])).toBe(0)
  expect(spread([0, 0, 5])).toBe(0)
})

it('has no ratio to nothing', () => {
  expect(ratio(5, 10)).toBe(0.5)
  expect(ratio(5, undefined)).toBeNaN()
  expect(ratio(5, 0)).toBeNaN()
})
