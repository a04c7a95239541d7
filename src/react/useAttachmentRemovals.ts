'use client'
import { useEffect } from 'react'
import type { BackendAdapter } from '../engine/ports.ts'
import { createRemovals } from '../engine/removals.ts'
import type { Removals, RemovalsOptions } from '../engine/removalTypes.ts'
import { createLease } from './lease.ts'
import { useLease } from './useLease.ts'
import { useObservedAdapter } from './useObservedAdapter.ts'

export interface AttachmentRemovalsOptions extends Omit<RemovalsOptions, 'adapter'> {
  /** May be a new object on each render: it counts from the next removal on. */
  adapter: BackendAdapter
}

/**
 * Lets stored attachments be removed with Undo: the backend hears of it when the form is accepted, and not at all when it is
 * abandoned.
 *
 * @returns the removals, the same on every render: give them to `useSubmitGate` as `removals`, which leaves the removed ones
 * out and applies the rest, or call `apply()` yourself
 * @example
 * const removals = useAttachmentRemovals({ adapter })
 * const gate = useSubmitGate({ upload, attachments, removals, onSubmit })
 */
export function useAttachmentRemovals(options: AttachmentRemovalsOptions): Removals {
  const adapter = useObservedAdapter(options.adapter)
  const { onFail } = options
  const removals = useLease({
    key: adapter.name,
    open: () => createLease(createRemovals({ ...options, adapter })),
    leave: finish,
  })
  useEffect(() => removals.configure({ adapter, onFail }), [removals, adapter, onFail])

  return removals
}

/** What is under way ends by itself; what is pending goes with the form. */
function finish(): void {}
