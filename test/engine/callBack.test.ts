import { afterEach, expect, it, vi } from 'vitest'
import { callBack } from '../../src/engine/callBack.ts'

afterEach(() => void vi.unstubAllGlobals())

it('passes the arguments on, and bears an absent callback', () => {
  const callback = vi.fn<(name: string, size: number) => void>()
  callBack(callback, 'report.pdf', 5)
  callBack(undefined)
  expect(callback.mock.calls).toEqual([['report.pdf', 5]])
})

it('turns what is thrown into an uncaught error of the page', () => {
  const later = vi.fn<(task: () => void) => void>()
  vi.stubGlobal('queueMicrotask', later)
  callBack(() => {
    throw new Error('a fault of the app')
  })
  expect(later.mock.lastCall?.[0]).toThrow('a fault of the app')
})
