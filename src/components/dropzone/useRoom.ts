'use client'
import { useMemo } from 'react'
import { hasSameFields } from '../../engine/hasSameFields.ts'
import { occupiedBy } from '../../engine/occupiedBy.ts'
import type { Attachment } from '../../engine/ports.ts'
import type { Removals } from '../../engine/removalTypes.ts'
import type { FileRules } from '../../engine/rules.ts'
import { useSession } from '../../react/useSession.ts'
import { useStore } from '../part/useStore.ts'
import type { IntakeSession } from './useFileIntake.ts'

/** The part of a removal store that a budget reads. */
export type RoomRemovals = Pick<Removals, 'getSnapshot' | 'subscribe'>

interface Room {
  /** What is taken up, stored attachments that were not removed too; undefined while that is nothing. */
  used: { files: number; bytes: number } | undefined
  /** How many more files fit; undefined without a limit. */
  room: number | undefined
  isFull: boolean
}

/** What is left of the limits, at every moment. */
export function useRoom(
  upload: IntakeSession,
  attachments: readonly Attachment[],
  removals: RoomRemovals | undefined,
  { maxFiles, maxTotalSize }: FileRules,
): Room {
  const removed = useStore(removals, readRemovals)
  const kept = useMemo(() => attachments.filter(({ handle }) => !removed?.has(handle)), [attachments, removed])
  const used = useSession(upload, (state) => occupiedBy(kept, state), hasSameFields)
  return useMemo(() => {
    const room = maxFiles === undefined ? undefined : Math.max(0, maxFiles - used.files)
    const isFull = room === 0 || (maxTotalSize !== undefined && used.bytes >= maxTotalSize)
    return { used: used.files === 0 ? undefined : used, room, isFull }
  }, [used, maxFiles, maxTotalSize])
}

function readRemovals(removals: RoomRemovals) {
  return removals.getSnapshot()
}
