'use client'
import { useMemo, useState } from 'react'
import { isInterruptedFile } from '../../engine/isInterruptedFile.ts'
import type { InterruptedUpload } from '../../engine/uploadJournal.ts'
import type { ListSession } from './attachmentListContext.ts'
import { chooseFile } from './chooseFile.ts'

/** Going on with what an earlier page left in the middle. */
export interface Continuation {
  /** A person must choose the file again: the browser gave no handle with it, or will not open it any more. */
  needsFile: boolean
  /** Another file was chosen in its place, and was not taken. */
  isOtherFile: boolean
  /** Opens the file, or has it chosen, and sends what is missing of it. */
  begin: () => Promise<void>
}

export function useContinuation(upload: ListSession, interrupted: InterruptedUpload | undefined): Continuation {
  const [isGone, setIsGone] = useState(false)
  const [isOtherFile, setIsOtherFile] = useState(false)
  const source = isGone ? undefined : interrupted?.source

  return useMemo(() => {
    async function begin() {
      if (!interrupted) return
      const file = await (source ? openAgain(source) : chooseFile(interrupted.file.name))
      if (!file) return setIsGone(true)
      if (isInterruptedFile(interrupted, file))
        upload.add([file], { relativePath: () => interrupted.file.relativePath })
      else if (source) setIsGone(true)
      else setIsOtherFile(true)
    }
    return { needsFile: source === undefined, isOtherFile, begin }
  }, [upload, interrupted, source, isOtherFile])
}

/** A handle that was stored asks again whether it may be read; TypeScript's types do not know. */
interface StoredHandle extends FileSystemFileHandle {
  requestPermission?: (wanted: { mode: 'read' }) => Promise<PermissionState>
}

/** Undefined where the person does not allow it, or the file was moved. */
async function openAgain(source: StoredHandle): Promise<File | undefined> {
  try {
    await source.requestPermission?.({ mode: 'read' })
    return await source.getFile()
  } catch {
    return undefined
  }
}
