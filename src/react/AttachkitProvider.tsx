'use client'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import { en } from '../messages/en.ts'
import type { MessageOverrides } from '../messages/messages.ts'
import { AttachkitContext } from './attachkitContext.ts'
import { mergeMessages } from './mergeMessages.ts'
import { createSessionRegistry } from './sessionRegistry.ts'

export interface AttachkitProviderProps {
  /** A complete language, or single texts of your own over English. Define it outside of the component. @default en */
  messages?: MessageOverrides | undefined
  children?: ReactNode
}

/**
 * Holds the words, and the sessions of drafts: put it above everything that unmounts while files are still going. Renders
 * no element. When it unmounts itself, unfinished uploads are cancelled.
 */
export function AttachkitProvider({ messages, children }: AttachkitProviderProps) {
  const [sessions] = useState(createSessionRegistry)
  useEffect(() => {
    sessions.retain()
    return sessions.release
  }, [sessions])
  const value = useMemo(() => ({ sessions, messages: mergeMessages(en, messages) }), [sessions, messages])

  return <AttachkitContext.Provider value={value}>{children}</AttachkitContext.Provider>
}
