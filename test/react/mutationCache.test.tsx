import { MutationCache, QueryClient, useIsMutating } from '@tanstack/react-query'
import { render, renderHook, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import { useSignedUpload } from '../../src/react/useSignedUpload.ts'
import { scriptedCredential } from '../../src/testing/scriptedAdapter.ts'
import { createFile, createUploadDoubles, createWrapper, statusesOf, updateLikeAnApp } from './uploadHarness.tsx'

beforeEach(updateLikeAnApp)
afterEach(() => void vi.unstubAllGlobals())

const signed = scriptedCredential('object-1', {
  url: 'https://store.example.test/object-1?Signature=made-up-secret',
  headers: { authorization: 'made-up-secret' },
})

it('the app sees the credential and the commit call of a file, and no secret in either', async () => {
  const calls: unknown[] = []
  const texts: string[] = []
  const mutationCache = new MutationCache({
    onSuccess: (data, variables, _context, mutation) =>
      void calls.push([mutation.options.mutationKey, variables, data]),
  })
  mutationCache.subscribe(({ mutation }) => texts.push(JSON.stringify([mutation?.state, mutation?.meta])))
  const { transport, options } = createUploadDoubles({ requestUpload: async () => signed })
  const { result } = renderHook(() => useSignedUpload(options), {
    wrapper: createWrapper(new QueryClient({ mutationCache })),
  })
  const [itemId] = result.current.add([createFile('report.pdf', 100)])
  ;(await transport.nextRequest()).respond()
  await result.current.settled()

  const file = { itemId, name: 'report.pdf', size: 100 }
  await waitFor(() => {
    expect(calls).toEqual([
      [
        ['attachkit', 'scripted', 'requestUpload'],
        { ...file, attempt: 1 },
        { outcome: 'done', kind: 'signed-put', handle: 'object-1' },
      ],
      [
        ['attachkit', 'scripted', 'commitUpload'],
        { ...file, handle: 'object-1' },
        { outcome: 'done', handle: 'object-1' },
      ],
    ])
  })
  expect(texts.join()).not.toMatch(/secret|store\.example/)
  await waitFor(() => expect(mutationCache.getAll()).toEqual([]))
})

it('a global error handler hears of a refused credential once', async () => {
  const onError = vi.fn<(error: Error) => void>()
  const { adapter, options } = createUploadDoubles({
    requestUpload: () => Promise.reject(new UploadError({ code: 'forbidden', stage: 'credentials', status: 403 })),
  })
  const { result } = renderHook(() => useSignedUpload(options), {
    wrapper: createWrapper(new QueryClient({ mutationCache: new MutationCache({ onError }) })),
  })
  result.current.add([createFile()])
  expect(statusesOf(await result.current.settled())).toEqual(['failed'])
  await waitFor(() => expect(onError).toHaveBeenCalledOnce())
  expect(adapter.count('requestUpload')).toBe(1)
  expect(onError.mock.lastCall?.[0]).toMatchObject({ code: 'forbidden', stage: 'credentials' })
})

it('the app can count the calls that are under way', async () => {
  const waiting: Array<() => void> = []
  const { options } = createUploadDoubles({
    requestUpload: () => new Promise((resolve) => waiting.push(() => resolve(signed))),
  })
  function Busy() {
    const upload = useSignedUpload(options)
    const count = useIsMutating({ mutationKey: ['attachkit'] })
    return <button onClick={() => upload.add([createFile()])}>{count} under way</button>
  }
  render(<Busy />, { wrapper: createWrapper() })
  screen.getByRole('button').click()
  await waitFor(() => expect(screen.getByRole('button')).toHaveTextContent('1 under way'))
  waiting[0]?.()
  await waitFor(() => expect(screen.getByRole('button')).toHaveTextContent('0 under way'))
})

it('uploads without a QueryClientProvider too', async () => {
  const { transport, options } = createUploadDoubles()
  const { result } = renderHook(() => useSignedUpload(options))
  result.current.add([createFile()])
  ;(await transport.nextRequest()).respond()
  expect(statusesOf(await result.current.settled())).toEqual(['done'])
})
