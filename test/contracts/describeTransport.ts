import { describe, expect, it } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import type { Credential, Transport } from '../../src/engine/ports.ts'
import type { UploadOptions } from '../../src/transports/sendUpload.ts'
import { createRecording } from '../support/recordedRequests.ts'
import type { RecordingPlan } from '../support/recordingPlan.ts'
import { fileOf, transportRequest, unreadableFile } from '../support/transportRequests.ts'

/** How the suite meets one transport. */
export interface TransportUnderTest<C extends Credential> {
  create: (options: UploadOptions) => Transport<C>
  credential: (url: string, changes?: { headers?: Record<string, string>; withCredentials?: boolean }) => C
}

/** What every transport owes its callers, against a real server on another origin. */
export function describeTransport<C extends Credential>(
  name: string,
  { create, credential }: TransportUnderTest<C>,
): void {
  function start(plan: RecordingPlan, file = fileOf(64), signal = new AbortController().signal) {
    const recording = createRecording()
    const progress: number[] = []
    const onProgress = (sentBytes: number) => void progress.push(sentBytes)
    const transport = create({ onDiagnosis: () => {} })
    const sent = transport.send(transportRequest(credential(recording.url(plan)), file, { signal, onProgress }))
    return { recording, progress, sent }
  }
  const failure = (plan: RecordingPlan, file?: File) => caught(start(plan, file).sent)

  describe(`transport contract: ${name}`, () => {
    it('resolves with a receipt of what the store answered', async () => {
      const { sent } = start({
        headers: { ETag: '"abc"', 'x-oss-request-id': 'R1' },
        expose: ['ETag', 'x-oss-request-id'],
      })
      await expect(sent).resolves.toMatchObject({ status: 200, etag: 'abc', requestId: 'R1', body: '' })
    })

    it('R22 succeeds when the ETag cannot be read', async () => {
      const { sent } = start({ headers: { ETag: '"abc"' } })
      const receipt = await sent
      expect(receipt.etag).toBeUndefined()
      expect(receipt.status).toBe(200)
    })

    it('R22 fails on an error document inside a 200', async () => {
      const body = '<?xml version="1.0"?><Error><Code>InternalError</Code><RequestId>R2</RequestId></Error>'
      expect(await failure({ body })).toMatchObject({
        code: 'server-error',
        storageCode: 'InternalError',
        requestId: 'R2',
      })
    })

    it('R22 fails on a web page inside a 200', async () => {
      expect(await failure({ body: '<!DOCTYPE html><title>Sign in</title>' })).toMatchObject({
        code: 'answer-unreadable',
      })
    })

    it.each(['<Error><Code>CallbackFailed</Code></Error>', ''])(
      'tells a 203 apart from a success, since only the callback failed: %o',
      async (body) => {
        const error = await failure({ status: 203, body })
        expect(error).toMatchObject({ code: 'stored-not-registered', retryable: false, status: 203 })
      },
    )

    it('R19 reads the refusal of the store', async () => {
      const body = '<Error><Code>SignatureDoesNotMatch</Code><Message>no</Message><RequestId> R3 </RequestId></Error>'
      const error = await failure({ status: 403, body })
      expect(error).toMatchObject({ code: 'signature-mismatch', stage: 'transfer', status: 403, requestId: 'R3' })
    })

    it('fails when the store redirects, since the bytes went nowhere', async () => {
      const target = createRecording().url()
      expect(await failure({ redirectTo: target })).toMatchObject({ code: 'store-misconfigured' })
    })

    it('R25 counts progress up to the bytes of the file and never down', async () => {
      const { progress, sent } = start({}, fileOf(700_000))
      await sent
      expect(progress.at(-1)).toBe(700_000)
      expect(progress).toEqual(progress.toSorted((one, other) => one - other))
    })

    it('R74 sends an empty file', async () => {
      const { sent, recording } = start({}, fileOf(0))
      await expect(sent).resolves.toMatchObject({ status: 200 })
      expect(await recording.requests()).toHaveLength(1)
    })

    it('rejects with AbortError before it opens anything when aborted beforehand', async () => {
      const { sent, recording } = start({}, fileOf(64), AbortSignal.abort())
      await expect(sent).rejects.toMatchObject({ name: 'AbortError' })
      expect(await recording.requests()).toEqual([])
    })

    it('rejects with AbortError when aborted under way', async () => {
      const controller = new AbortController()
      const recording = createRecording()
      const request = transportRequest(credential(recording.url({ hangs: true })), fileOf(64), {
        signal: controller.signal,
        onProgress: () => controller.abort(),
      })
      await expect(create({}).send(request)).rejects.toMatchObject({ name: 'AbortError' })
    })

    it('R30 takes a connection that was cut for a network failure to be retried', async () => {
      expect(await failure({ reset: 'after-body' })).toMatchObject({ code: 'network', retryable: true })
    })

    it('R21 says that the store refuses the page when the preflight is refused', async () => {
      const reports: string[] = []
      const recording = createRecording()
      const request = transportRequest(
        credential(recording.url({ cors: 'preflight-refused' }, '?Signature=s3cret'), {
          headers: { 'x-oss-date': 'd' },
        }),
        fileOf(64),
      )
      const error = await caught(create({ onDiagnosis: (report) => reports.push(report) }).send(request))
      expect(error).toMatchObject({ code: 'cors-refused', retryable: true })
      expect(reports.join()).toContain(`<AllowedOrigin>${location.origin}</AllowedOrigin>`)
      expect(reports.join()).toContain('"AllowedHeaders": [')
      expect(reports.join() + error.hint).not.toContain('s3cret')
    })

    it('takes an answer without CORS headers after the bytes for a network failure', async () => {
      expect(await failure({ cors: 'hidden-answer' })).toMatchObject({ code: 'network' })
    })

    it('R75 tells a file that changed on disk before anything is sent', async () => {
      const { sent, recording } = start({}, unreadableFile())
      expect(await caught(sent)).toMatchObject({ code: 'file-changed', retryable: false })
      expect(await recording.requests()).toEqual([])
    })

    it('R75 tells a file that changed while it was sent from a network failure', async () => {
      expect(await failure({ reset: 'after-body' }, unreadableFile({ reads: 1 }))).toMatchObject({
        code: 'file-changed',
      })
    })

    it.each([
      'javascript:alert(1)',
      'data:text/plain,x',
      'ftp://store.example/a',
      'http://',
      'https://good.example@evil.example/',
    ])('refuses the address %s', async (url) => {
      const error = await caught(create({}).send(transportRequest(credential(url), fileOf(1))))
      expect(error).toMatchObject({ code: 'url-refused', retryable: false })
    })

    it.each([
      { Host: 'a' },
      { 'Content-Length': '3' },
      { date: 'x' },
      { 'Sec-Fetch-Mode': 'cors' },
      { 'x-oss-meta-name': 'ü' },
    ])('R16 refuses headers that browsers do not send as they stand: %o', async (headers) => {
      const recording = createRecording()
      const error = await caught(create({}).send(transportRequest(credential(recording.url(), { headers }), fileOf(1))))
      expect(error).toMatchObject({ code: 'header-forbidden', retryable: false })
      expect(error.hint?.toLowerCase()).toContain(Object.keys(headers)[0]!.toLowerCase())
      expect(await recording.requests()).toEqual([])
    })
  })
}

/** The error of a promise that must fail with one of ours. */
export async function caught(promise: Promise<unknown>): Promise<UploadError> {
  const outcome = await promise.then(
    () => 'it succeeded',
    (error: unknown) => error,
  )
  expect(outcome).toBeInstanceOf(UploadError)
  return outcome as UploadError
}
