import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSlices } from '../../src/engine/slices.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('R68 hands on a small lot at once', () => {
  const taken: number[] = []
  createSlices<number>((value) => taken.push(value), 3).add([1, 2, 3])
  expect(taken).toEqual([1, 2, 3])
  expect(vi.getTimerCount()).toBe(0)
})

it('R68 hands on a large lot slice by slice, in order', () => {
  const taken: number[] = []
  const slices = createSlices<number>((value) => taken.push(value), 2)
  slices.add([1, 2, 3, 4, 5])
  expect(taken).toEqual([1, 2])
  slices.add([6])
  expect(taken).toEqual([1, 2])
  vi.advanceTimersToNextTimer()
  expect(taken).toEqual([1, 2, 3, 4])
  vi.runAllTimers()
  expect(taken).toEqual([1, 2, 3, 4, 5, 6])
})

it('R68 forgets what waits when it is cleared', () => {
  const taken: number[] = []
  const slices = createSlices<number>((value) => taken.push(value), 1)
  slices.add([1, 2, 3])
  slices.clear()
  vi.runAllTimers()
  expect(taken).toEqual([1])
  slices.add([4])
  vi.runAllTimers()
  expect(taken).toEqual([1, 4])
})
