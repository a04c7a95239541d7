import { MutationCache, QueryClient } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DownloadTransport } from '../../src/engine/downloadPorts.ts'
import { UploadError } from '../../src/engine/errors.ts'
import { useAttachmentDownload, type AttachmentDownloadOptions } from '../../src/react/useAttachmentDownload.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { deferred } from '../support/deferred.ts'
import { recordingSaver, scriptedTransport } from '../support/downloadDoubles.ts'
import { createWrapper, updateLikeAnApp } from './uploadHarness.tsx'

beforeEach(updateLikeAnApp)
afterEach(() => void vi.unstubAllGlobals())

const report = { handle: 'object-1', name: 'report.pdf', size: 3 }

/** A store whose answer waits for `deliver`, and a saver that notes what it was given. */
function setUp(answers?: Parameters<typeof createScriptedAdapter>[0]) {
  const { promise: delivered, resolve: deliver } = deferred()
  const { transport, opened } = scriptedTransport([{ totalBytes: 3, chunks: [[1, 2, 3]] }])
  const slowTransport: DownloadTransport = {
    ...transport,
    async open(request) {
      const stream = await transport.open(request)
      await delivered
      return stream
    },
  }
  const { saver, log } = recordingSaver()
  const adapter = createScriptedAdapter(answers)
  const options: AttachmentDownloadOptions = { adapter, transport: slowTransport, saver, retry: { maxRetries: 0 } }
  return { adapter, options, log, opened, deliver }
}

const saved = ['opened report.pdf (3)', 'saved 1,2,3']

it('signs on click, once under StrictMode, and saves under the displayed name', async () => {
  const { adapter, options, log, deliver } = setUp()
  const { result } = renderHook(() => useAttachmentDownload(options), {
    reactStrictMode: true,
    wrapper: createWrapper(),
  })
  expect(adapter.count('requestDownload')).toBe(0)
  result.current.download(report)
  deliver()
  await waitFor(() => expect(log).toEqual(saved))
  expect(adapter.count('requestDownload')).toBe(1)
})

it('tells the app of a refused download, without the address', async () => {
  const onError = vi.fn<(error: Error, variables: unknown) => void>()
  const client = new QueryClient({ mutationCache: new MutationCache({ onError }) })
  const failure = new UploadError({ code: 'not-found', stage: 'download', status: 404 })
  const { options } = setUp({ requestDownload: () => Promise.reject(failure) })
  const { result } = renderHook(() => useAttachmentDownload(options), { wrapper: createWrapper(client) })
  result.current.download(report)
  await waitFor(() => expect(onError).toHaveBeenCalledOnce())
  expect(onError.mock.lastCall?.[0]).toMatchObject({ code: 'not-found' })
  expect(onError.mock.lastCall?.[1]).toEqual({ handle: 'object-1', name: 'report.pdf' })
  await waitFor(() => expect(result.current.getSnapshot().get('object-1')).toMatchObject({ status: 'failed' }))
})

it('lets a running download finish when the list unmounts', async () => {
  const { options, log, opened, deliver } = setUp()
  const { result, unmount } = renderHook(() => useAttachmentDownload(options))
  result.current.download(report)
  await waitFor(() => expect(opened).toHaveLength(1))
  unmount()
  await Promise.resolve()
  expect(opened[0]?.signal.aborted).toBe(false)
  deliver()
  await waitFor(() => expect(log).toEqual(saved))
})

it('stops running downloads on unmount when asked to', async () => {
  const { options, log, opened, deliver } = setUp()
  const { result, unmount } = renderHook(() => useAttachmentDownload({ ...options, unmount: 'cancel' }))
  result.current.download(report)
  await waitFor(() => expect(opened).toHaveLength(1))
  unmount()
  await waitFor(() => expect(opened[0]?.signal.aborted).toBe(true))
  deliver()
  expect(log).toEqual(['disposed'])
})

it('is the same over renders and asks the latest adapter', async () => {
  const first = setUp()
  const second = setUp()
  const { result, rerender } = renderHook((options: AttachmentDownloadOptions) => useAttachmentDownload(options), {
    initialProps: first.options,
  })
  const downloads = result.current
  rerender({ ...first.options, adapter: second.adapter })
  expect(result.current).toBe(downloads)
  downloads.download(report)
  await waitFor(() => expect(second.adapter.count('requestDownload')).toBe(1))
  expect(first.adapter.count('requestDownload')).toBe(0)
})
