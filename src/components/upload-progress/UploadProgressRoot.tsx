'use client'
import { forwardRef, useMemo } from 'react'
import { selectHold } from '../../engine/selectors.ts'
import { selectTotals } from '../../engine/totals.ts'
import type { Totals } from '../../engine/totals.ts'
import { useMessages } from '../../react/useMessages.ts'
import { useSession } from '../../react/useSession.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { UploadProgressProvider } from './uploadProgressContext.ts'
import type { ProgressSession, UploadProgressState } from './uploadProgressContext.ts'

/** How far all files together are, weighed by bytes. Renders a `<div>`; nothing while the session has no file that counts. */
export const UploadProgressRoot = forwardRef<HTMLDivElement, UploadProgressRootProps>(function UploadProgressRoot(
  { upload, children, ...props },
  ref,
) {
  const messages = useMessages()
  const totals = useSession(upload, selectTotals)
  const hold = useSession(upload, selectHold)
  const context = useMemo(() => {
    const { done, failed, files: total, sentBytes, totalBytes } = totals
    return {
      totals,
      facts: { done, failed, total, sentBytes, totalBytes },
      holdText: hold && messages.pauses[hold],
      state: stateOf(totals, hold !== undefined),
    }
  }, [totals, hold, messages])

  const root = useRenderPart('div', props, {
    scope: 'upload-progress',
    part: 'root',
    state: context.state,
    ref,
    own: { children: <UploadProgressProvider value={context}>{children}</UploadProgressProvider> },
  })
  return totals.files === 0 ? null : root
})

export interface UploadProgressRootProps extends ElementPartProps<UploadProgressState, HTMLDivElement> {
  /** The session whose files are counted. */
  upload: ProgressSession
}

function stateOf({ unfinished, failed, sentBytes }: Totals, held: boolean): UploadProgressState {
  const isActive = unfinished > 0
  const ended = failed > 0 ? 'failed' : 'done'
  return { status: isActive ? 'active' : ended, indeterminate: isActive && sentBytes === 0, held: isActive && held }
}
