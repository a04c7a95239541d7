'use client'
import { createContext } from 'react'
import type { Messages } from '../messages/messages.ts'
import type { SessionRegistry } from './sessionRegistry.ts'

export interface AttachkitContextValue {
  readonly messages: Messages
  readonly sessions: SessionRegistry
}

export const AttachkitContext = createContext<AttachkitContextValue | undefined>(undefined)
