import { act, render, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  createFixtureFile,
  createScriptedAdapter,
  createScriptedConnectivity,
  createScriptedTransport,
  pickFiles,
} from '../../src/testing/index.ts'
import type { AdapterScript, TransferScript } from '../../src/testing/index.ts'
import { TicketFields } from './TicketFields.tsx'

const pdf = createFixtureFile('pdf')

function renderScript(
  script: AdapterScript,
  transfer: TransferScript = {},
  rest: Partial<Parameters<typeof TicketFields>[0]> = {},
) {
  const adapter = createScriptedAdapter(script)
  const transport = createScriptedTransport(transfer)
  render(<TicketFields adapter={adapter} transports={{ 'signed-put': transport }} {...rest} />)
  return { adapter, transport }
}

const row = () => screen.findByRole('listitem', { name: 'report.pdf' })

async function becomes(status: string) {
  const item = await row()
  await waitFor(() => expect(item).toHaveAttribute('data-status', status), { timeout: 10_000 })
}

describe('R78 a script of what goes wrong', () => {
  it('R47 an answer that is lost costs no second transfer where the backend can tell', async () => {
    const verifyUpload = async () => 'stored' as const
    const { transport } = renderScript({ capabilities: { verify: true }, verifyUpload }, { outcomes: ['lost'] })
    await pickFiles(screen.getByRole('button', { name: 'Choose files' }), pdf)
    await becomes('done')
    expect(transport.count()).toBe(1)
  })

  it('R08 a credential that expired is asked for anew, once', async () => {
    const { adapter, transport } = renderScript({}, { outcomes: ['credential-expired'] })
    await pickFiles(screen.getByRole('button', { name: 'Choose files' }), pdf)
    await becomes('done')
    expect([adapter.count('requestUpload'), transport.count()]).toEqual([2, 2])
  })

  it('a file waits while the network is gone, and goes on when it is back', async () => {
    const connectivity = createScriptedConnectivity()
    renderScript({}, { outcomes: ['offline'] }, { connectivity })
    act(() => connectivity.goOffline())
    await pickFiles(screen.getByRole('button', { name: 'Choose files' }), pdf)
    await becomes('paused')
    act(() => connectivity.goOnline())
    await becomes('done')
    expect(await row()).toHaveTextContent('Attached')
  })

  it('plays its steps in order, and gives up when it is cancelled', async () => {
    const transport = createScriptedTransport({ steps: [0.1, 0.6, 1], latencyMs: 1 })
    const meta = { name: 'a', size: 200, contentType: 'text/plain', lastModified: 0 }
    const sent: number[] = []
    const credential = await createScriptedAdapter({ credentialLifeMs: 5, latencyMs: 1 }).requestUpload({
      itemId: 'a',
      file: meta,
      attempt: 1,
      signal: new AbortController().signal,
    })
    expect(credential.expiry).toEqual({ afterMs: 5 })
    const controller = new AbortController()
    const request = { credential, file: pdf, meta, signal: controller.signal }
    await transport.send({ ...request, onProgress: (bytes) => sent.push(bytes) })
    expect(sent).toEqual([20, 120, 200])
    const cancelled = transport.send({ ...request, onProgress: () => controller.abort() })
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' })
  })
})
