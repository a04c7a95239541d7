'use client'
import { useContext, useEffect } from 'react'
import { AttachkitContext } from './attachkitContext.ts'
import type { GuardedSession } from './unloadGuard.ts'
import { guardUnload } from './unloadGuard.ts'

/**
 * Asks before the page is left while files are unfinished, once for all guarded sessions of a page; the browser words the
 * question. When the page goes all the same, what it wrote and did not attach is reported to the adapter's `discardUpload`,
 * but for sessions with a `draftId`: there the draft is taken up again after a reload.
 */
export function useUnloadGuard(upload: GuardedSession): void {
  const sessions = useContext(AttachkitContext)?.sessions
  useEffect(() => guardUnload(upload, sessions?.holds(upload) ?? false), [upload, sessions])
}
