'use client'
import type { ReactElement } from 'react'
import type { Messages } from '../../messages/messages.ts'
import { useMessages } from '../../react/useMessages.ts'
import { MessageText } from '../part/MessageText.tsx'
import type { IntakeNotice } from './useFileIntake.ts'

/** The zone's live region: why the last drop, paste or pick added nothing, or not all. Renders an `<output>`. */
export function DropzoneNotice({ notice }: { notice: IntakeNotice | undefined }): ReactElement {
  const { dropzone } = useMessages()
  return (
    <output data-scope="dropzone" data-part="notice" data-kind={notice?.kind}>
      {notice && <MessageText>{textOf(notice, dropzone)}</MessageText>}
    </output>
  )
}

function textOf(notice: IntakeNotice, dropzone: Messages['dropzone']): string {
  if (notice.kind !== 'leftOut') return dropzone[notice.kind]
  return dropzone.leftOut({ count: notice.names.length, names: [...new Set(notice.names)] })
}
