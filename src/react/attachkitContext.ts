'use client'
import { createContext } from 'react'
import type { Messages } from '../messages/messages.ts'
import type { SessionRegistry } from './sessionRegistry.ts'

/** What a provider gives to the hooks and parts below it. */
export interface AttachkitContextValue {
  readonly messages: Messages
  readonly sessions: SessionRegistry
}

/** Undefined without a provider: words are English then, and sessions live and die with their component. */
export const AttachkitContext = createContext<AttachkitContextValue | undefined>(undefined)
