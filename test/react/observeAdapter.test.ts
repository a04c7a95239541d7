import { MutationCache, QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { abortError, UploadError } from '../../src/engine/errors.ts'
import type { BackendAdapter, CommitRequest, FileMeta, UploadRequest } from '../../src/engine/ports.ts'
import { observeAdapter } from '../../src/react/observeAdapter.ts'
import { createScriptedAdapter, scriptedCredential } from '../../src/testing/scriptedAdapter.ts'
import { patient } from '../support/patient.ts'

const secretUrl = 'https://store.example.test/object-1?Signature=made-up-secret'
const file: FileMeta = { name: 'report.pdf', size: 5, contentType: 'application/pdf', lastModified: 0 }
const uploadRequest = (signal = new AbortController().signal): UploadRequest => {
  return { itemId: 'item-1', file, attempt: 1, signal }
}
const commitRequest = (): CommitRequest => ({
  itemId: 'item-1',
  file,
  handle: 'object-1',
  idempotencyKey: 'item-1',
  receipt: { status: 200, headers: {}, body: secretUrl },
  signal: new AbortController().signal,
})

/** A client whose cache notes every state of every mutation, as text and by key. */
function setUp(answers: Parameters<typeof createScriptedAdapter>[0] = {}, config = {}) {
  const mutationCache = new MutationCache(config)
  const client = new QueryClient({ mutationCache, defaultOptions: { mutations: { retry: 3, gcTime: 60_000 } } })
  const seen: Array<{ key: unknown; status: string; text: string }> = []
  mutationCache.subscribe(({ mutation }) => {
    if (!mutation) return
    const { error, ...state } = mutation.state
    const texts = [JSON.stringify(state), JSON.stringify(mutation.meta), String(error), String(error?.cause)]
    seen.push({ key: mutation.options.mutationKey, status: mutation.state.status, text: texts.join() })
  })
  const adapter = createScriptedAdapter(answers)
  const isEmpty = () => vi.waitFor(() => expect(mutationCache.getAll()).toEqual([]), patient)
  return { adapter, observed: observeAdapter(adapter, client), client, mutationCache, seen, isEmpty }
}

it('shows credential, commit, download and removal calls to the mutation cache', async () => {
  const { observed, seen } = setUp()
  await observed.requestUpload(uploadRequest())
  const attachment = await observed.commitUpload(commitRequest())
  const { signal } = new AbortController()
  await observed.requestDownload({ attachment, disposition: 'attachment', filename: 'report.pdf', signal })
  await observed.removeAttachment({ attachment, signal })
  await vi.waitFor(
    () => expect(seen.filter(({ status }) => status === 'success').length).toBeGreaterThanOrEqual(4),
    patient,
  )
  const keys = new Set(seen.map(({ key }) => JSON.stringify(key)))
  expect([...keys]).toEqual([
    '["attachkit","scripted","requestUpload"]',
    '["attachkit","scripted","commitUpload"]',
    '["attachkit","scripted","requestDownload"]',
    '["attachkit","scripted","removeAttachment"]',
  ])
})

it('hands the whole credential to the engine and none of it to the cache', async () => {
  const credential = scriptedCredential('object-1', { url: secretUrl, headers: { authorization: 'made-up-secret' } })
  const { observed, seen, isEmpty } = setUp({ requestUpload: async () => credential })
  expect(await observed.requestUpload(uploadRequest())).toBe(credential)
  await observed.commitUpload(commitRequest())
  await isEmpty()
  expect(seen.map(({ text }) => text).join()).not.toMatch(/secret|store\.example/)
  expect(seen.map(({ text }) => text).join()).toContain('"handle":"object-1"')
})

it('keeps a failure without its cause, which may hold the URL', async () => {
  const failure = new UploadError({ code: 'forbidden', stage: 'credentials', status: 403, cause: new Error(secretUrl) })
  const onError = vi.fn<(error: Error) => void>()
  const { observed, seen, isEmpty } = setUp({ requestUpload: () => Promise.reject(failure) }, { onError })
  await expect(observed.requestUpload(uploadRequest())).rejects.toBe(failure)
  await isEmpty()
  expect(onError.mock.lastCall?.[0]).toMatchObject({ code: 'forbidden', stage: 'credentials', status: 403 })
  expect(seen.map(({ text }) => text).join()).not.toMatch(/secret|store\.example/)
})

it('keeps the message of a foreign error out of the cache', async () => {
  const { observed, seen, isEmpty } = setUp({ commitUpload: () => Promise.reject(new TypeError(secretUrl)) })
  await expect(observed.commitUpload(commitRequest())).rejects.toThrow(TypeError)
  await isEmpty()
  expect(seen.map(({ text }) => text).join()).not.toMatch(/secret|store\.example/)
})

it('leaves retries to the engine, whatever the defaults of the client', async () => {
  const failure = new UploadError({ code: 'network', stage: 'credentials' })
  const { adapter, observed, isEmpty } = setUp({ requestUpload: () => Promise.reject(failure) })
  await expect(observed.requestUpload(uploadRequest())).rejects.toBe(failure)
  await isEmpty()
  expect(adapter.count('requestUpload')).toBe(1)
})

it('passes the abort on, and tells no error handler of a cancelled call', async () => {
  const controller = new AbortController()
  const onError = vi.fn<() => void>()
  const onSuccess = vi.fn<(data: unknown) => void>()
  const { observed, isEmpty } = setUp(
    {
      requestUpload: ({ signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(abortError()))),
    },
    { onError, onSuccess },
  )
  const call = observed.requestUpload(uploadRequest(controller.signal))
  controller.abort()
  await expect(call).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  await isEmpty()
  expect(onError).not.toHaveBeenCalled()
  expect(onSuccess.mock.lastCall?.[0]).toEqual({ outcome: 'cancelled' })
})

it.each(['onMutate', 'onSuccess'])('a global %s that never returns does not hold up a call', async (handler) => {
  const { observed } = setUp({}, { [handler]: () => new Promise(() => {}) })
  expect(await observed.requestUpload(uploadRequest())).toMatchObject({ handle: 'object-1' })
})

it.each(['onMutate', 'onSuccess'])('a global %s that throws does not fail a call', async (handler) => {
  const explode = () => {
    throw new Error('a fault of the app')
  }
  const { observed } = setUp({}, { [handler]: explode })
  expect(await observed.requestUpload(uploadRequest())).toMatchObject({ handle: 'object-1' })
})

it('asks for one list at a time after many commits, and for the last state at the end', async () => {
  const { observed, client } = setUp()
  const answers: Array<() => void> = []
  const invalidate = vi
    .spyOn(client, 'invalidateQueries')
    .mockImplementation(() => new Promise((resolve) => answers.push(resolve)))
  await Promise.all(Array.from({ length: 64 }, () => observed.commitUpload(commitRequest())))
  expect(invalidate).toHaveBeenCalledTimes(1)
  answers.shift()?.()
  await vi.waitFor(() => expect(invalidate).toHaveBeenCalledTimes(2), patient)
  answers.shift()?.()
  await vi.waitFor(() => expect(answers).toEqual([]), patient)
  expect(invalidate).toHaveBeenCalledTimes(2)
})

it('works with an adapter that is an instance of a class, and with limits that come later', async () => {
  const observed = observeAdapter(new LateAdapter(), new QueryClient())
  expect(observed.rules.maxFiles).toBe(1)
  await observed.listAttachments({ signal: new AbortController().signal })
  expect(observed.rules.maxFiles).toBe(2)
})

class LateAdapter implements BackendAdapter<'signed-put'> {
  readonly name = 'late'
  readonly capabilities = createScriptedAdapter().capabilities
  readonly requestUpload = notAsked
  readonly commitUpload = notAsked
  readonly verifyUpload = notAsked
  readonly requestDownload = notAsked
  readonly discardUpload = notAsked
  readonly removeAttachment = notAsked
  #maxFiles = 1

  get rules() {
    return { maxFiles: this.#maxFiles }
  }
  async listAttachments() {
    this.#maxFiles += 1
    return []
  }
}

function notAsked(): Promise<never> {
  return Promise.reject(new Error('This test does not ask for it.'))
}
