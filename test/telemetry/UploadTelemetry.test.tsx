import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import type { Session } from '../../src/engine/sessionTypes.ts'
import { AttachkitProvider } from '../../src/react/AttachkitProvider.tsx'
import { UploadTelemetry, type TelemetryEvent } from '../../src/telemetry/index.ts'
import { createFile, createUploadDoubles, Uploader, updateLikeAnApp } from '../react/uploadHarness.tsx'
import { patient } from '../support/patient.ts'

function setUp() {
  updateLikeAnApp()
  const client = new QueryClient()
  const doubles = createUploadDoubles()
  const events: TelemetryEvent[] = []
  const sessions: Session[] = []
  const page = (children: ReactNode) => (
    <StrictMode>
      <QueryClientProvider client={client}>
        <UploadTelemetry onEvent={(event) => events.push(event)}>
          <AttachkitProvider>{children}</AttachkitProvider>
        </UploadTelemetry>
      </QueryClientProvider>
    </StrictMode>
  )
  const types = () => events.map(({ type }) => type)
  return { ...doubles, events, page, sessions, types }
}

it('measures each upload below it once, in StrictMode too', async () => {
  const { options, page, sessions, transport, types } = setUp()
  render(page(<Uploader {...options} onSession={(session) => sessions.push(session)} />))
  sessions.at(-1)?.add([createFile()])
  ;(await transport.nextRequest()).respond()
  await vi.waitFor(() => expect(types()).toEqual(['added', 'started', 'signed', 'stored', 'settled']), patient)
})

it('measures the upload of a draft to its end while nothing shows it', async () => {
  const { events, options, page, sessions, transport } = setUp()
  const { rerender } = render(
    page(<Uploader {...options} draftId="t1" onSession={(session) => sessions.push(session)} />),
  )
  sessions.at(-1)?.add([createFile()])
  const request = await transport.nextRequest()
  rerender(page(null))
  request.respond()
  await vi.waitFor(() => expect(events.at(-1)).toMatchObject({ type: 'settled', outcome: 'done' }), patient)
})

it('tells of what is given up when a form without a draft unmounts', async () => {
  const { events, options, page, sessions, transport } = setUp()
  const { rerender } = render(page(<Uploader {...options} onSession={(session) => sessions.push(session)} />))
  sessions.at(-1)?.add([createFile()])
  await transport.nextRequest()
  rerender(page(null))
  await vi.waitFor(() => expect(events.at(-1)).toMatchObject({ type: 'settled', outcome: 'removed' }), patient)
})
