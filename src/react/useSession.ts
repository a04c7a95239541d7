'use client'
import { useState, useSyncExternalStore } from 'react'
import type { Session, SessionState } from '../engine/sessionTypes.ts'
import { serverSnapshot } from './serverSnapshot.ts'

/** The part of a session that is read: a frozen picture of one will do, for a story or a test. */
export type ReadableSession = Pick<Session, 'getSnapshot' | 'subscribe'>

/**
 * Reads a part of a session and renders again only when that part changes.
 *
 * @param isEqual Keeps the earlier value when the new one says the same. @default Object.is
 * @example
 * const item = useSession(upload, (state) => selectItem(state, id))
 */
export function useSession<T>(
  upload: ReadableSession,
  selector: (state: SessionState) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const [read] = useState(rememberLast<T>)
  return useSyncExternalStore(
    upload.subscribe,
    () => read(upload.getSnapshot(), selector, isEqual),
    () => read(serverSnapshot(upload), selector, isEqual),
  )
}

/** React reads a snapshot several times per render and wants the same reference; an inline selector is new on each. */
function rememberLast<T>() {
  let last: { state: SessionState; selector: (state: SessionState) => T; value: T } | undefined

  return (state: SessionState, selector: (state: SessionState) => T, isEqual: (a: T, b: T) => boolean): T => {
    if (last?.state === state && last.selector === selector) return last.value
    const next = selector(state)
    const value = last && isEqual(last.value, next) ? last.value : next
    last = { state, selector, value }
    return value
  }
}
