import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useFormPolicyUpload } from '../../src/react/useFormPolicyUpload.ts'
import { useSignedUpload } from '../../src/react/useSignedUpload.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { bodyOf, bodyTextOf, createRecording } from '../support/recordedRequests.ts'
import { fileOf, formCredential, putCredential } from '../support/transportRequests.ts'
import { statusesOf } from './uploadHarness.tsx'

it('useSignedUpload puts the bytes of a file by itself', async () => {
  const recording = createRecording()
  const adapter = createScriptedAdapter({ requestUpload: async () => putCredential(recording.url()) })
  const { result } = renderHook(() => useSignedUpload({ adapter }))
  const file = fileOf(1000)
  result.current.add([file])
  expect(statusesOf(await result.current.settled())).toEqual(['done'])

  const [request] = await recording.requests()
  expect(request?.method).toBe('PUT')
  expect(bodyOf(request!)).toEqual(new Uint8Array(await file.arrayBuffer()))
})

it('useFormPolicyUpload posts a form with the file by itself', async () => {
  const recording = createRecording()
  const adapter = {
    ...createScriptedAdapter(),
    batch: undefined,
    requestUpload: async () => formCredential(recording.url({ status: 204 }), { fields: [['key', 'a/b']] }),
  }
  const { result } = renderHook(() => useFormPolicyUpload({ adapter }))
  result.current.add([new File(['hello'], 'hello.txt', { type: 'text/plain' })])
  expect(statusesOf(await result.current.settled())).toEqual(['done'])

  const [request] = await recording.requests()
  expect(request?.method).toBe('POST')
  expect(bodyTextOf(request!)).toMatch(/name="key"\r\n\r\na\/b\r\n[^]*name="file"; filename="hello.txt"[^]*hello/)
})
