'use client'
import { useEffect } from 'react'
import type { RefObject } from 'react'
import { namePastedFile } from './namePastedFile.ts'
import { takePastes } from './pastes.ts'
import { readPastedFiles } from './readPastedFiles.ts'
import type { IntakeSession } from './useFileIntake.ts'

interface PasteOptions {
  upload: IntakeSession
  disabled: boolean
  takesForm: boolean
  rootRef: RefObject<HTMLElement | null>
  takeFiles: (files: readonly File[]) => void
  onUnreadable: () => void
}

/** Takes pasted files; a paste that holds text is left to the page. */
export function usePastes({ upload, disabled, takesForm, rootRef, takeFiles, onUnreadable }: PasteOptions): void {
  useEffect(() => {
    if (disabled) return undefined
    function onPaste(event: ClipboardEvent) {
      const content = event.clipboardData ? readPastedFiles(event.clipboardData) : ({ kind: 'text' } as const)
      if (content.kind === 'text') return
      event.preventDefault()
      if (content.kind === 'unreadable') onUnreadable()
      else takeFiles(withOwnNames(content.files, upload))
    }
    return takePastes({ element: () => rootRef.current, takesForm, onPaste })
  }, [upload, disabled, takesForm, rootRef, takeFiles, onUnreadable])
}

function withOwnNames(files: readonly File[], upload: IntakeSession): File[] {
  const taken = new Set([...upload.getSnapshot().items.values()].map((item) => item.meta.name))
  return files.map((file) => {
    const named = namePastedFile(file, new Date(), (name) => taken.has(name))
    taken.add(named.name)
    return named
  })
}
