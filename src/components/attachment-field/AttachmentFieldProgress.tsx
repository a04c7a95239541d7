'use client'
import type { ReactElement } from 'react'
import { selectTotals } from '../../engine/totals.ts'
import { useSession } from '../../react/useSession.ts'
import { UploadProgressBar } from '../upload-progress/UploadProgressBar.tsx'
import type { UploadProgressBarProps } from '../upload-progress/UploadProgressBar.tsx'
import { useAttachmentFieldContext } from './attachmentFieldContext.ts'

/** How far all files together are. Of a single file the row says as much: then it renders nothing. */
export function AttachmentFieldProgress(props: AttachmentFieldProgressProps): ReactElement | null {
  const { upload } = useAttachmentFieldContext('AttachmentField.Progress')
  const isWorthShowing = useSession(upload, (state) => selectTotals(state).files > 1)
  return isWorthShowing ? <UploadProgressBar {...props} upload={upload} /> : null
}

export interface AttachmentFieldProgressProps extends Omit<UploadProgressBarProps, 'upload'> {}
