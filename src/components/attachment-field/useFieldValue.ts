'use client'
import { useEffect, useMemo, useRef } from 'react'
import type { Attachment } from '../../engine/ports.ts'
import type { Removal } from '../../engine/removalTypes.ts'
import { selectAttachments } from '../../engine/selectors.ts'
import type { Session } from '../../engine/sessionTypes.ts'
import { useSession } from '../../react/useSession.ts'
import type { ListRemovals } from '../attachment-list/attachmentListContext.ts'
import { useStore } from '../part/useStore.ts'
import { isSameValue, mergeValue } from './mergeValue.ts'

export interface FieldValueOptions {
  upload: Pick<Session, 'getSnapshot' | 'subscribe' | 'clear'>
  /** Stored attachments of a field that is not controlled. */
  attachments: readonly Attachment[]
  removals: ListRemovals | undefined
  /** Of a controlled field. */
  value: readonly Attachment[] | undefined
  onChange: ((value: readonly Attachment[]) => void) | undefined
}

interface FieldValue {
  /** What the form sends. */
  value: readonly Attachment[]
  /** What the list shows besides the session's items. */
  stored: readonly Attachment[]
  remove: (attachment: Attachment) => void
}

/**
 * The attachments of a field, controlled or not. Only membership is controlled: files move on whatever the parent does, and
 * each change is proposed with everything that is attached by then, so that one that came late is not lost. What the parent
 * takes out of the value leaves the session too, and stays stored: it may be part of a form that was just sent.
 */
export function useFieldValue({ upload, attachments, removals, value, onChange }: FieldValueOptions): FieldValue {
  const own = useSession(upload, selectAttachments, isSameValue)
  const removed = useStore(removals, readRemovals) ?? noRemovals
  const isControlled = value !== undefined
  const current = useMemo(
    () => (isControlled ? value : mergeValue(attachments, own, new Set(removed.keys()), [])),
    [isControlled, value, attachments, own, removed],
  )

  const latest = useRef({ current, onChange })
  useEffect(() => {
    latest.current = { current, onChange }
  })
  usePropose(own, removed, isControlled, latest)
  useDropped(upload, current, isControlled)

  const stored = useMemo(() => {
    const handles = new Set(own.map(({ handle }) => handle))
    const base = isControlled ? [...current, ...removedOf(removed, current)] : attachments
    return base.filter(({ handle }) => !handles.has(handle))
  }, [own, removed, isControlled, current, attachments])

  return {
    value: current,
    stored,
    remove({ handle }) {
      if (removals) return
      onChange?.(current.filter((attachment) => attachment.handle !== handle))
    },
  }
}

type Latest = { current: { current: readonly Attachment[]; onChange: FieldValueOptions['onChange'] } }

/** Tells the parent what the value is to be, whenever the session's files or the removals change. */
function usePropose(
  own: readonly Attachment[],
  removed: ReadonlyMap<string, Removal>,
  isControlled: boolean,
  latest: Latest,
): void {
  const before = useRef({ own: noAttachments, removed: noRemovals })
  const told = useRef(latest.current.current)
  useEffect(() => {
    const gone = new Set([...removed.keys(), ...handlesMissing(before.current.own, own)])
    const back = [...before.current.removed.values()].map(({ attachment }) => attachment)
    const undone = back.filter(({ handle }) => !removed.has(handle))
    before.current = { own, removed }
    const { current, onChange } = latest.current
    const next = mergeValue(current, own, gone, isControlled ? undone : [])
    if (isSameValue(isControlled ? current : told.current, next)) return
    told.current = next
    onChange?.(next)
  }, [own, removed, isControlled, latest])
}

/** What the parent has taken out of the value is no longer the session's either. */
function useDropped(upload: FieldValueOptions['upload'], current: readonly Attachment[], isControlled: boolean): void {
  const before = useRef(noAttachments)
  useEffect(() => {
    const dropped = new Set(handlesMissing(before.current, current))
    before.current = current
    if (!isControlled || dropped.size === 0) return
    const items = [...upload.getSnapshot().items.values()]
    upload.clear(
      items.filter((item) => item.status === 'done' && dropped.has(item.attachment.handle)).map(({ id }) => id),
    )
  }, [upload, current, isControlled])
}

const noAttachments: readonly Attachment[] = []
const noRemovals: ReadonlyMap<string, Removal> = new Map()

function readRemovals(removals: ListRemovals) {
  return removals.getSnapshot()
}

function removedOf(removed: ReadonlyMap<string, Removal>, current: readonly Attachment[]): Attachment[] {
  const listed = new Set(current.map(({ handle }) => handle))
  return [...removed.values()].map(({ attachment }) => attachment).filter(({ handle }) => !listed.has(handle))
}

function handlesMissing(before: readonly Attachment[], after: readonly Attachment[]): string[] {
  const present = new Set(after.map(({ handle }) => handle))
  return before.map(({ handle }) => handle).filter((handle) => !present.has(handle))
}
