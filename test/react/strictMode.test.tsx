import { render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Session } from '../../src/engine/sessionTypes.ts'
import {
  createFile,
  createUploadDoubles,
  createWrapper,
  updateLikeAnApp,
  Uploader,
  watchConsole,
} from './uploadHarness.tsx'

beforeEach(updateLikeAnApp)
afterEach(() => void vi.unstubAllGlobals().restoreAllMocks())

const homes = [
  { home: 'alone', draftId: undefined, options: {} },
  { home: 'under a provider', draftId: undefined, options: { wrapper: createWrapper() } },
  { home: 'under a provider with a draft', draftId: 'ticket-1', options: { wrapper: createWrapper() } },
]
const cases = homes.flatMap((home) => [true, false].map((autoUpload) => ({ ...home, autoUpload })))

it.each(cases)('R37 StrictMode $home, autoUpload $autoUpload: one call of each kind per file', async (setting) => {
  const said = watchConsole()
  const { adapter, transport, options } = createUploadDoubles()
  const sessions: Session[] = []
  const onSession = (upload: Session) => void sessions.push(upload)
  const { autoUpload, draftId } = setting
  render(<Uploader {...options} autoUpload={autoUpload} draftId={draftId} onSession={onSession} />, {
    reactStrictMode: true,
    ...setting.options,
  })
  const [upload, again] = sessions as [Session, Session]
  expect(again).toBe(upload)

  upload.add([createFile('one.pdf'), createFile('two.pdf')])
  if (!autoUpload) upload.start()
  for (let file = 0; file < 2; file += 1) (await transport.nextRequest()).respond()
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('done done'))

  expect(sessions).toHaveLength(2)
  expect(adapter.count('requestUpload')).toBe(2)
  expect(transport.count()).toBe(2)
  expect(adapter.count('commitUpload')).toBe(2)
  expect(said()).toEqual([])
})
