import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/index.ts'
import type { Attachment } from '../../src/engine/ports.ts'
import type { Submission } from '../../src/engine/submitTypes.ts'
import { useAttachments } from '../../src/react/useAttachments.ts'
import { useSignedUpload } from '../../src/react/useSignedUpload.ts'
import { useSubmitGate } from '../../src/react/useSubmitGate.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'
import { createFile, createWrapper, updateLikeAnApp } from './uploadHarness.tsx'

beforeEach(updateLikeAnApp)
afterEach(() => void vi.unstubAllGlobals())

/** A hand-written backend that keeps the files of each draft under `/drafts/{id}`. */
function createBackend() {
  const drafts = new Map<string, Attachment[]>()
  const calls: string[] = []
  let signed = 0
  const answer = (draft: Attachment[], operation: string, body: { handle?: string; name?: string }) => {
    if (operation === 'sign') return { url: 'https://store.example.test/file', key: `file-${(signed += 1)}` }
    if (operation === 'list') return { attachments: draft }
    const attachment = { handle: body.handle ?? '', name: body.name ?? '' }
    draft.push(attachment)
    return attachment
  }
  const fetchDouble: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    const { pathname } = new URL(request.url)
    const [, , draftId = '', operation = ''] = pathname.split('/')
    calls.push(operation)
    const draft = drafts.get(draftId) ?? []
    drafts.set(draftId, draft)
    return Response.json(answer(draft, operation, await request.json()))
  }
  return { calls, fetchDouble }
}

/** The page of a draft; each call is a page load of its own, with nothing in its memory. */
function openPage({ fetchDouble }: ReturnType<typeof createBackend>, draftId: string) {
  const transport = createScriptedTransport()
  const sent: Array<Submission<undefined>> = []
  const adapter = createSignedEndpointAdapter({
    kind: 'signed-put',
    endpoint: `https://helpdesk.example.test/drafts/${draftId}`,
    fetch: fetchDouble,
  })
  const { result, unmount } = renderHook(
    () => {
      const stored = useAttachments({ adapter, scope: draftId })
      const upload = useSignedUpload({
        adapter,
        transports: { 'signed-put': transport },
        draftId,
        existing: stored.data,
        rules: { maxFiles: 3 },
      })
      const onSubmit = (submission: Submission<undefined>) => void sent.push(submission)
      return { gate: useSubmitGate({ upload, attachments: stored.data, onSubmit }), stored, upload }
    },
    { wrapper: createWrapper() },
  )
  return { result, sent, transport, unmount }
}

it('R06 a reloaded draft shows its stored files, sends none again and submits them', async () => {
  const backend = createBackend()
  const before = openPage(backend, 'ticket-1')
  before.result.current.upload.add([createFile('first.pdf'), createFile('second.pdf')])
  ;(await before.transport.nextRequest()).respond()
  ;(await before.transport.nextRequest()).respond()
  await before.result.current.upload.settled()
  before.unmount()

  const after = openPage(backend, 'ticket-1')
  await waitFor(() => expect(after.result.current.stored.data).toHaveLength(2))
  expect(after.result.current.stored.data).toMatchObject([{ name: 'first.pdf' }, { name: 'second.pdf' }])
  after.result.current.upload.add([createFile('third.pdf'), createFile('one too many.pdf')])
  ;(await after.transport.nextRequest()).respond()
  await after.result.current.upload.settled()
  await waitFor(() => expect(after.result.current.stored.data).toHaveLength(3))
  await act(() => after.result.current.gate.submit())
  await act(() => after.result.current.gate.submitWithout())

  const names = after.sent.map(({ attachments }) => attachments.map(({ name }) => name))
  expect(names).toEqual([['first.pdf', 'second.pdf', 'third.pdf']])
  expect(after.transport.count()).toBe(1)
  expect(backend.calls.filter((call) => call === 'sign')).toHaveLength(3)
})

it('R06 another draft of the same adapter has files of its own', async () => {
  const backend = createBackend()
  const first = openPage(backend, 'ticket-1')
  first.result.current.upload.add([createFile('first.pdf')])
  ;(await first.transport.nextRequest()).respond()
  await first.result.current.upload.settled()
  const second = openPage(backend, 'ticket-2')
  await waitFor(() => expect(second.result.current.stored.data).toEqual([]))
})
