'use client'
import { useEffect, useMemo, useState } from 'react'
import { lazyModule } from '../../engine/lazyModule.ts'
import type { InterruptedUpload } from '../../engine/uploadJournal.ts'
import type { ListSession } from './attachmentListContext.ts'

/** Opens and compares files: a list without interrupted uploads does without. */
const continuing = lazyModule(() => import('./continueUpload.ts'))

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
  useEffect(() => {
    if (interrupted) continuing.warm()
  }, [interrupted])

  return useMemo(() => {
    async function begin() {
      if (!interrupted) return
      // Where the code cannot be had, the row stays as it is and can be tried again.
      const code = continuing.loaded() ?? (await continuing.load('validate').catch(() => {}))
      const end = await code?.continueUpload(upload, interrupted, source)
      if (end === 'gone') setIsGone(true)
      if (end === 'otherFile') setIsOtherFile(true)
    }
    return { needsFile: source === undefined, isOtherFile, begin }
  }, [upload, interrupted, source, isOtherFile])
}
