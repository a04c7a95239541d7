import { act, render, screen, waitFor } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { createSession } from '../../src/engine/session.ts'
import type { Session } from '../../src/engine/sessionTypes.ts'
import { useSession } from '../../src/react/useSession.ts'
import { servedHtml, ServedPage } from './servedPage.tsx'
import { createFile, createUploadDoubles, watchConsole } from './uploadHarness.tsx'

afterEach(() => void vi.restoreAllMocks())

/** Hydrates what a server sent; returns what React had to mend. */
function hydrate(html: string, page: ReactElement) {
  const container = document.createElement('div')
  container.innerHTML = html
  document.body.append(container)
  const onRecoverableError = vi.fn<(error: unknown) => void>()
  render(page, { container, hydrate: true, onRecoverableError })
  return { container, mended: onRecoverableError.mock.calls }
}

it('R38 hydrates without a mismatch and takes files', async () => {
  const said = watchConsole()
  const { adapter, transport, options } = createUploadDoubles({ rules: { accept: ['.pdf'] } })
  let upload: Session | undefined
  const form = {
    adapter: { ...adapter, batch: undefined, requestUpload: () => Promise.reject(new Error('not asked')) },
  }
  const { container, mended } = hydrate(
    servedHtml,
    <ServedPage signed={options} form={form} onSession={(session) => (upload = session)} />,
  )
  await act(async () => {
    upload?.add([createFile()])
    ;(await transport.nextRequest()).respond()
    await upload?.settled()
  })
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('done'))
  expect(container).not.toHaveTextContent('loading')
  expect(mended).toEqual([])
  expect(said()).toEqual([])
})

it('R38 a part that hydrates after a file was added shows what the server sent first', () => {
  const { transport, options } = createUploadDoubles()
  const session = createSession({ ...options, transports: { 'signed-put': transport }, autoUpload: false })
  session.add([createFile()])
  const shown: number[] = []
  function Count() {
    const count = useSession(session, (state) => state.ids.length)
    shown.push(count)
    return <p>{count}</p>
  }
  const { container, mended } = hydrate('<p>0</p>', <Count />)
  expect(shown).toEqual([0, 1])
  expect(container).toHaveTextContent('1')
  expect(mended).toEqual([])
  session.dispose()
})
