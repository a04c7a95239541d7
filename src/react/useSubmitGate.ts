'use client'
import { useEffect, useSyncExternalStore } from 'react'
import type { GatedSession } from '../engine/submitGate.ts'
import { createSubmitGate } from '../engine/submitGate.ts'
import type { SubmitGate, SubmitGateOptions, SubmitState } from '../engine/submitTypes.ts'
import type { Lease } from './lease.ts'
import { createLease } from './lease.ts'

export interface SubmitGateHookOptions<Content> extends SubmitGateOptions<Content> {
  upload: GatedSession
}

/** Where the form is on its way, and what can be done. The functions are the same on every render. */
export interface SubmitGateHandle extends Pick<
  SubmitGate,
  'submit' | 'retry' | 'remove' | 'submitWithout' | 'stopWaiting'
> {
  readonly state: SubmitState
}

/**
 * Holds a form back until its files have settled, then sends it once with exactly the attachments that are shown. A form
 * that unmounts stops waiting; one that mounts again under the same draft finds its request, and its key, as they were.
 *
 * @example
 * const { state, submit } = useSubmitGate({
 *   upload,
 *   readContent: () => text,
 *   onSubmit: ({ content, attachments, idempotencyKey }) => saveReply(content, attachments, idempotencyKey),
 * })
 * return <button onClick={submit}>{state.status === 'waiting' ? `Waiting for ${state.unfinished}` : 'Send'}</button>
 */
export function useSubmitGate<Content = undefined>(options: SubmitGateHookOptions<Content>): SubmitGateHandle {
  const lease = gateOf(options.upload, options)
  const gate = lease.value
  // After every render, so that nothing older than the screen is ever sent.
  useEffect(() => gate.configure(options))
  useEffect(() => {
    lease.retain()
    return () => lease.release(gate.stopWaiting)
  }, [lease, gate])
  const state = useSyncExternalStore(gate.subscribe, gate.getSnapshot, idle)
  const { submit, retry, remove, submitWithout, stopWaiting } = gate

  return { state, submit, retry, remove, submitWithout, stopWaiting }
}

const idleState: SubmitState = { status: 'idle' }
const idle = () => idleState

/** One gate for each session, as long as that lives: a request under way is not forgotten when its form mounts anew. */
const gates = new WeakMap<GatedSession, Lease<SubmitGate>>()

/** Safe to call while rendering: a gate begins nothing by itself. */
function gateOf<Content>(upload: GatedSession, options: SubmitGateOptions<Content>): Lease<SubmitGate> {
  const known = gates.get(upload)
  if (known) return known
  const lease = createLease(createSubmitGate(upload, options))
  gates.set(upload, lease)
  return lease
}
