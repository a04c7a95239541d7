'use client'
import type { Totals } from '../../engine/totals.ts'
import type { Session } from '../../engine/sessionTypes.ts'
import type { BatchFacts } from '../../messages/messages.ts'
import { createPartContext } from '../part/createPartContext.tsx'

/** The part of a session that a total reads. */
export type ProgressSession = Pick<Session, 'getSnapshot' | 'subscribe'>

/** What the batch is in; each is a `data-` attribute of every part. */
export type UploadProgressState = {
  /** `active` while anything is unfinished, `failed` when all has ended and something failed. */
  status: 'active' | 'done' | 'failed'
  /** No byte was counted yet. */
  indeterminate: boolean
  /** The whole queue waits. */
  held: boolean
}

interface UploadProgressContext {
  totals: Totals
  facts: BatchFacts
  /** Why the queue waits, in words. */
  holdText: string | undefined
  state: UploadProgressState
}

export const [UploadProgressProvider, useUploadProgressContext] =
  createPartContext<UploadProgressContext>('UploadProgress.Root')
