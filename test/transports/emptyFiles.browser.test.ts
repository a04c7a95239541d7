import { describe, expect, it } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import type { BackendAdapter, Credential, CredentialKind, Transports } from '../../src/engine/ports.ts'
import { createSession } from '../../src/engine/session.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { createFormPostTransport } from '../../src/transports/formPost.ts'
import { createSignedPutTransport } from '../../src/transports/signedPut.ts'
import { bodyOf, bodyTextOf, createRecording } from '../support/recordedRequests.ts'
import { formCredential, putCredential, unreadableFile } from '../support/transportRequests.ts'

const transports: Transports = { 'signed-put': createSignedPutTransport(), 'form-policy': createFormPostTransport() }

/** Sends a file all the way to `done` or `failed`. */
async function upload(file: File, credential: Credential) {
  const requestUpload = (() => Promise.resolve(credential)) as BackendAdapter<'signed-put'>['requestUpload']
  const adapter: BackendAdapter<CredentialKind> = createScriptedAdapter({ requestUpload })
  const session = createSession({ adapter, transports, rules: { allowEmpty: true } })
  session.add([file])
  const [item] = (await session.settled()).items.values()
  session.dispose()
  return item
}

const empty = () => new File([], 'empty.txt', { type: 'text/plain' })

describe('empty files', () => {
  it('R74 are sent by PUT, as no bytes at all, and done', async () => {
    const recording = createRecording()
    expect(await upload(empty(), putCredential(recording.url()))).toMatchObject({ status: 'done', sentBytes: 0 })
    const [request] = await recording.requests()
    expect(request && bodyOf(request)).toEqual(new Uint8Array())
  })

  it('R74 are sent by POST, as a part without bytes, and done', async () => {
    const recording = createRecording()
    expect(await upload(empty(), formCredential(recording.url()))).toMatchObject({ status: 'done', sentBytes: 0 })
    const [request] = await recording.requests()
    expect(request && bodyTextOf(request)).toMatch(/filename="empty\.txt"\r\nContent-Type: text\/plain\r\n\r\n\r\n--/)
  })
})

describe('folders given as files', () => {
  it.each([
    ['PUT', putCredential],
    ['POST', formCredential],
  ] as const)('R74 are recognised by their first read, and nothing is sent by %s', async (_method, credentialFor) => {
    const recording = createRecording()
    const item = await upload(unreadableFile({ name: 'folder', type: '' }), credentialFor(recording.url()))
    expect(item).toMatchObject({ status: 'failed', error: { code: 'file-is-directory', retryable: false } })
    expect(item?.status === 'failed' && item.error).toBeInstanceOf(UploadError)
    expect(await recording.requests()).toEqual([])
  })
})
