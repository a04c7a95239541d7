import { render, screen, waitFor } from '@testing-library/react'
import { Activity } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '../../src/engine/sessionTypes.ts'
import { createFile, createUploadDoubles, updateLikeAnApp, Uploader } from './uploadHarness.tsx'

beforeEach(updateLikeAnApp)
afterEach(() => void vi.unstubAllGlobals())

it('works again after React hid it and showed it', async () => {
  const { transport, options } = createUploadDoubles()
  const sessions: Session[] = []
  const onSession = (upload: Session) => void sessions.push(upload)
  const page = (mode: 'visible' | 'hidden') => (
    <Activity mode={mode}>
      <Uploader {...options} onSession={onSession} />
    </Activity>
  )
  const { rerender } = render(page('visible'))
  rerender(page('hidden'))
  await Promise.resolve()
  rerender(page('visible'))
  await waitFor(() => expect(sessions).toHaveLength(3))

  expect(sessions[2]).not.toBe(sessions[0])
  sessions[2]?.add([createFile()])
  ;(await transport.nextRequest()).respond()
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('done'))
})
