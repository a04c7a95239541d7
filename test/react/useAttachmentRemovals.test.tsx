import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Attachment } from '../../src/engine/ports.ts'
import { useAttachmentRemovals } from '../../src/react/useAttachmentRemovals.ts'
import { useAttachments } from '../../src/react/useAttachments.ts'
import { createUploadDoubles, createWrapper, updateLikeAnApp } from './uploadHarness.tsx'

beforeEach(updateLikeAnApp)
afterEach(() => void vi.unstubAllGlobals())

/** A backend with two attachments that can be removed. */
function setUp() {
  let attachments: Attachment[] = [
    { handle: 'invoice', name: 'invoice.pdf' },
    { handle: 'photo', name: 'photo.jpg' },
  ]
  const { adapter } = createUploadDoubles({
    capabilities: { remove: true },
    listAttachments: async () => attachments,
    removeAttachment: async ({ attachment }) => {
      attachments = attachments.filter(({ handle }) => handle !== attachment.handle)
    },
  })
  const { result, rerender, unmount } = renderHook(
    () => ({ list: useAttachments({ adapter, scope: 'ticket-1' }), removals: useAttachmentRemovals({ adapter }) }),
    { wrapper: createWrapper() },
  )
  return { adapter, rerender, result, unmount }
}

it('R45 removes on apply and refetches the list', async () => {
  const { result } = setUp()
  await waitFor(() => expect(result.current.list.data).toHaveLength(2))
  result.current.removals.remove({ handle: 'invoice', name: 'invoice.pdf' })
  await act(() => result.current.removals.apply())
  await waitFor(() => expect(result.current.list.data).toEqual([{ handle: 'photo', name: 'photo.jpg' }]))
  expect(result.current.removals.getSnapshot().get('invoice')?.status).toBe('removed')
})

it('R45 an abandoned form removes nothing from the backend', async () => {
  const { adapter, result, unmount } = setUp()
  await waitFor(() => expect(result.current.list.data).toHaveLength(2))
  result.current.removals.remove({ handle: 'invoice', name: 'invoice.pdf' })
  unmount()
  await new Promise<void>((resolve) => queueMicrotask(resolve))
  expect(adapter.count('removeAttachment')).toBe(0)
})

it('is the same on every render', () => {
  const { rerender, result } = setUp()
  const { removals } = result.current
  rerender()
  expect(result.current.removals).toBe(removals)
})
