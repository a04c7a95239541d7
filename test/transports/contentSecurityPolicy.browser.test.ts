import { expect, it } from 'vitest'
import { createSignedPutTransport } from '../../src/transports/signedPut.ts'
import { caught } from '../contracts/describeTransport.ts'
import { createRecording } from '../support/recordedRequests.ts'
import { fileOf, putCredential, transportRequest } from '../support/transportRequests.ts'

/** Like a page whose policy knows one store and not the other: the same server under its other name. */
function forbidOtherHosts(): void {
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = `connect-src 'self' ws: ${new URL(createRecording().url()).origin}`
  document.head.append(policy)
}

it('R21 tells a request that the Content-Security-Policy blocks', async () => {
  forbidOtherHosts()
  const recording = createRecording()
  const blocked = putCredential(recording.url().replace('127.0.0.1', 'localhost'))
  const transport = createSignedPutTransport({ onDiagnosis: () => {} })
  expect(await caught(transport.send(transportRequest(blocked, fileOf(1))))).toMatchObject({ code: 'csp-blocked' })
  expect(await recording.requests()).toEqual([])
})
