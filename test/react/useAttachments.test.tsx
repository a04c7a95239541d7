import { QueryClient } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import type { Attachment } from '../../src/engine/ports.ts'
import { attachmentsQueryKey } from '../../src/react/cacheKeys.ts'
import { useAttachments } from '../../src/react/useAttachments.ts'
import { useSignedUpload } from '../../src/react/useSignedUpload.ts'
import { createFile, createUploadDoubles, createWrapper, updateLikeAnApp } from './uploadHarness.tsx'

beforeEach(updateLikeAnApp)
afterEach(() => void vi.unstubAllGlobals())

/** A backend that lists what was committed to it. */
function setUp() {
  const committed: Attachment[] = []
  const doubles = createUploadDoubles({
    listAttachments: async () => [...committed],
    commitUpload: async ({ handle, file }) => {
      const attachment = { handle, name: file.name, size: file.size }
      committed.push(attachment)
      return attachment
    },
  })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return { ...doubles, client, wrapper: createWrapper(client) }
}

it('lists what the backend has, under a stable key', async () => {
  const { adapter, client, wrapper } = setUp()
  const { result, rerender } = renderHook(() => useAttachments({ adapter: { ...adapter }, scope: 'ticket-1' }), {
    wrapper,
  })
  await waitFor(() => expect(result.current.data).toEqual([]))
  rerender()
  expect(client.getQueryCache().getAll()).toHaveLength(1)
  expect(client.getQueryData(attachmentsQueryKey('scripted', 'ticket-1'))).toEqual([])
  expect(adapter.count('listAttachments')).toBe(1)
})

it('shows a file once it is committed, whichever component uploaded it', async () => {
  const { adapter, transport, options, wrapper } = setUp()
  const list = renderHook(() => useAttachments({ adapter, scope: 'ticket-1' }), { wrapper })
  const upload = renderHook(() => useSignedUpload(options), { wrapper })
  await waitFor(() => expect(list.result.current.data).toEqual([]))
  upload.result.current.add([createFile('report.pdf')])
  ;(await transport.nextRequest()).respond()
  await waitFor(() => expect(list.result.current.data).toMatchObject([{ name: 'report.pdf' }]))
})

it('many commits in a row end in the whole list with few requests', async () => {
  const { adapter, transport, options, wrapper } = setUp()
  const { result } = renderHook(() => ({ list: useAttachments({ adapter }), upload: useSignedUpload(options) }), {
    wrapper,
  })
  await waitFor(() => expect(result.current.list.data).toEqual([]))
  result.current.upload.add(Array.from({ length: 40 }, (_, index) => createFile(`${index}.pdf`)))
  for (let file = 0; file < 40; file += 1) (await transport.nextRequest()).respond()
  await waitFor(() => expect(result.current.list.data).toHaveLength(40))
  expect(adapter.count('listAttachments')).toBeLessThan(40)
})

it('tells why a list could not be had', async () => {
  const failure = new UploadError({ code: 'forbidden', stage: 'list', status: 403 })
  const { adapter } = createUploadDoubles({ listAttachments: () => Promise.reject(failure) })
  const { wrapper } = setUp()
  const { result } = renderHook(() => useAttachments({ adapter }), { wrapper })
  await waitFor(() => expect(result.current.error).toBe(failure))
})

it('asks nothing while it is not enabled', () => {
  const { adapter, wrapper } = setUp()
  renderHook(() => useAttachments({ adapter, enabled: false }), { wrapper })
  expect(adapter.count('listAttachments')).toBe(0)
})
