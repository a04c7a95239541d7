'use client'
import { useContext } from 'react'
import { en } from '../messages/en.ts'
import type { Messages } from '../messages/messages.ts'
import { AttachkitContext } from './attachkitContext.ts'

/** The words of the nearest provider, or English. */
export function useMessages(): Messages {
  return useContext(AttachkitContext)?.messages ?? en
}
