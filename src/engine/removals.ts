import { attempt, createPace, withDeadline, type AttemptContext } from './attempt.ts'
import { callBack } from './callBack.ts'
import { createClock } from './clock.ts'
import { toUploadError } from './errors.ts'
import type { Attachment } from './ports.ts'
import { createQueue } from './queue.ts'
import type { Removal, Removals, RemovalsOptions, RemovalsState, Remover } from './removalTypes.ts'
import { defaultRetryPolicy, type RetryPolicy } from './retry.ts'

/** Creates the store of a form's removals: nothing reaches the backend before `apply`. */
export function createRemovals(initial: RemovalsOptions): Removals {
  let options = initial
  let state: RemovalsState = new Map()
  const listeners = new Set<() => void>()
  const context = attemptContext(initial.retry)
  const calls = createQueue(3)

  function publish(next: RemovalsState) {
    state = next
    for (const listener of listeners) callBack(listener)
  }

  function put(removal: Removal) {
    publish(new Map(state).set(removal.attachment.handle, removal))
  }

  async function carryOut(attachment: Attachment) {
    const { adapter, deadlineMs = 30_000 } = options
    put({ attachment, status: 'removing' })
    try {
      const step = () => attempt('commit', () => ask(adapter, attachment, deadlineMs), context)
      if (adapter.capabilities.remove) await calls.run(step, context.signal)
      put({ attachment, status: 'removed' })
    } catch (thrown) {
      const error = toUploadError(thrown, 'commit')
      // Somebody else removed it: that is what was wanted.
      if (error.code === 'not-found') return put({ attachment, status: 'removed' })
      put({ attachment, status: 'failed', error })
      callBack(options.onFail, attachment, error)
    }
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    remove(attachment) {
      if (!state.has(attachment.handle)) put({ attachment, status: 'pending' })
    },
    undo(handle) {
      const status = state.get(handle)?.status
      if (status !== 'pending' && status !== 'failed') return
      const next = new Map(state)
      next.delete(handle)
      publish(next)
    },
    async apply() {
      const due = [...state.values()].filter(({ status }) => status === 'pending' || status === 'failed')
      await Promise.all(due.map(({ attachment }) => carryOut(attachment)))
      return state
    },
    configure: (changes) => void (options = { ...options, ...changes }),
    dispose() {
      listeners.clear()
      state = new Map()
    },
  }
}

/** Nobody can call a removal back once its form was accepted. */
function attemptContext(retry: Partial<RetryPolicy> | undefined): AttemptContext {
  const clock = createClock()
  return {
    clock,
    connectivity: { isOnline: () => true, subscribe: () => () => {} },
    pace: createPace(clock),
    policy: { ...defaultRetryPolicy, ...retry },
    signal: new AbortController().signal,
    onRetry: () => {},
  }
}

function ask(adapter: Remover, attachment: Attachment, deadlineMs: number): Promise<void> {
  const { signal } = new AbortController()
  return withDeadline('commit', deadlineMs, signal, (inTime) =>
    adapter.removeAttachment({ attachment, signal: inTime }),
  )
}
