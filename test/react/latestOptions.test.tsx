import { afterEach, expect, it, vi } from 'vitest'
import { renderHook } from '@testing-library/react'
import { selectRules } from '../../src/engine/selectors.ts'
import { useSession } from '../../src/react/useSession.ts'
import type { SignedUploadOptions } from '../../src/react/useSignedUpload.ts'
import { useSignedUpload } from '../../src/react/useSignedUpload.ts'
import { createFile, createUploadDoubles, createWrapper, renderUpload, statusesOf } from './uploadHarness.tsx'

afterEach(() => void vi.restoreAllMocks())

/** Everything that is new on each render of a careless parent. */
function inlineOptions(options: SignedUploadOptions, onDone = () => {}): SignedUploadOptions {
  return {
    ...options,
    adapter: { ...options.adapter },
    rules: { accept: ['.pdf', 'image/*'], checkName: () => undefined },
    existing: [],
    onDone,
    onFail: () => {},
  }
}

/** Listeners added to any event target, less those taken away again. */
function countListeners() {
  const added = vi.spyOn(EventTarget.prototype, 'addEventListener')
  const removed = vi.spyOn(EventTarget.prototype, 'removeEventListener')
  return () => added.mock.calls.length - removed.mock.calls.length
}

it('R39 calls the latest callback after 1,000 renders, with no listener more and nothing begun again', async () => {
  const { adapter, transport, options } = createUploadDoubles()
  const connectivity = { isOnline: () => true, subscribe: vi.fn<(listener: () => void) => () => void>(() => () => {}) }
  const first = { ...options, connectivity }
  const { result, rerender } = renderUpload(inlineOptions(first))
  const upload = result.current
  upload.add([createFile()])
  const request = await transport.nextRequest()
  const listeners = countListeners()

  const onDone = vi.fn<(render: number) => void>()
  for (let render = 1; render <= 1000; render += 1) rerender(inlineOptions(first, () => onDone(render)))

  expect(result.current).toBe(upload)
  expect(listeners()).toBe(0)
  expect(connectivity.subscribe).toHaveBeenCalledOnce()
  request.respond()
  expect(statusesOf(await upload.settled())).toEqual(['done'])
  expect(onDone.mock.calls).toEqual([[1000]])
  expect(adapter.count('requestUpload')).toBe(1)
  expect(transport.count()).toBe(1)
})

it('inline options and a component that reads the rules do not render in circles', () => {
  const { options } = createUploadDoubles()
  let renders = 0
  const { rerender } = renderHook(
    () => {
      renders += 1
      const upload = useSignedUpload(inlineOptions(options))
      return useSession(upload, selectRules)
    },
    { wrapper: createWrapper() },
  )
  rerender()
  expect(renders).toBe(2)
})

it('shows new rules and takes the next file by them', () => {
  const { options } = createUploadDoubles()
  const { result, rerender } = renderUpload({ ...options, rules: { accept: ['.pdf'] } })
  rerender({ ...options, rules: { accept: ['.png'] } })
  expect(result.current.getSnapshot().rules.accept).toEqual(['.png'])
  result.current.add([createFile('report.pdf')])
  expect(statusesOf(result.current.getSnapshot())).toEqual(['rejected'])
})

it('asks a new adapter object from the next file on', async () => {
  const { transport, options } = createUploadDoubles()
  const next = createUploadDoubles()
  const { result, rerender } = renderUpload(options)
  rerender({ ...options, adapter: next.adapter })
  result.current.add([createFile()])
  await transport.nextRequest()
  expect(next.adapter.count('requestUpload')).toBe(1)
})
