import { callBack } from './callBack.ts'
import { selectLeftBehind, type LeftBehindItem } from './leftBehind.ts'
import { canRetry } from './selectors.ts'
import { selectIsSettled, selectTotals } from './totals.ts'
import type { Session, SessionState } from './sessionTypes.ts'
import { createSubmitKeys } from './submitKeys.ts'
import { attachmentsOf, unchangedSince } from './submittedFiles.ts'
import type { SubmitGate, SubmitGateOptions, SubmitState } from './submitTypes.ts'

/** What a gate needs of a session. */
export type GatedSession = Pick<
  Session,
  'getSnapshot' | 'subscribe' | 'settled' | 'start' | 'retry' | 'remove' | 'clear'
>

const nobody: ReadonlySet<string> = new Set()

/** Stands between a form and its request: nothing is sent too early, twice, or without a file that nobody was told about. */
export function createSubmitGate<Content>(upload: GatedSession, initial: SubmitGateOptions<Content>): SubmitGate {
  let options: SubmitGateOptions<unknown> = initial
  let state: SubmitState = { status: 'idle' }
  let submission = Promise.resolve<SubmitState>(state)
  let stop: (() => void) | undefined
  let stopWatching: (() => void) | undefined
  const listeners = new Set<() => void>()
  const keys = createSubmitKeys()

  function enter(next: SubmitState): SubmitState {
    state = next
    if (next.status === 'waiting' || next.status === 'blocked') stopWatching ??= upload.subscribe(onFilesChange)
    else unwatch()
    for (const listener of listeners) callBack(listener)
    return next
  }

  function unwatch() {
    stopWatching?.()
    stopWatching = undefined
  }

  function onFilesChange() {
    if (state.status === 'waiting') {
      const next = waitingFor(upload.getSnapshot())
      if (!isSameWait(state, next)) enter(next)
    } else if (state.status === 'blocked') {
      const items = selectLeftBehind(upload.getSnapshot())
      if (!haveSameItems(state.items, items))
        enter(items.length > 0 ? { status: 'blocked', items } : { status: 'idle' })
    }
  }

  /** @param told ids of the files that whoever sends the form agreed to leave out */
  function begin(told: ReadonlySet<string>): Promise<SubmitState> {
    const stopped = new Promise<'stopped'>((resolve) => {
      stop = () => resolve('stopped')
    })
    upload.start()
    submission = proceed(told, stopped)
    return submission
  }

  async function proceed(told: ReadonlySet<string>, stopped: Promise<'stopped'>): Promise<SubmitState> {
    // A loop: between the settling and this function's turn another file may have been added.
    while (!selectIsSettled(upload.getSnapshot())) {
      enter(waitingFor(upload.getSnapshot()))
      if ((await Promise.race([stopped, upload.settled()])) === 'stopped') return { status: 'idle' }
    }
    const files = upload.getSnapshot()
    const items = selectLeftBehind(files)
    if (items.some(({ id }) => !told.has(id))) return enter({ status: 'blocked', items })
    return deliver(files)
  }

  async function deliver(files: SessionState): Promise<SubmitState> {
    const submitted = options
    try {
      const content = submitted.readContent?.()
      const attachments = attachmentsOf(files, submitted)
      const idempotencyKey = keys.keyFor(content, attachments)
      enter({ status: 'submitting', idempotencyKey })
      await submitted.onSubmit({ content, attachments, idempotencyKey })
    } catch (error) {
      return enter({ status: 'refused', error })
    }
    keys.renew()
    upload.clear(unchangedSince(files, upload.getSnapshot()))
    void submitted.removals?.apply()
    return enter({ status: 'submitted' })
  }

  function blockers(id: string | undefined): readonly LeftBehindItem[] {
    if (state.status !== 'blocked') return []
    return id === undefined ? state.items : state.items.filter((item) => item.id === id)
  }

  function stopWaiting() {
    if (state.status === 'submitting') return
    stop?.()
    if (state.status !== 'idle') enter({ status: 'idle' })
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    submit: () => (state.status === 'waiting' || state.status === 'submitting' ? submission : begin(nobody)),
    retry(id) {
      const failed = blockers(id).filter(canRetry)
      if (failed.length === 0) return
      // Blocked would end as idle once none is left behind; this submission goes on.
      unwatch()
      for (const item of failed) upload.retry(item.id)
      void begin(nobody)
    },
    remove(id) {
      for (const item of blockers(id)) upload.remove(item.id)
    },
    submitWithout: () => (state.status === 'blocked' ? begin(new Set(state.items.map((item) => item.id))) : submission),
    stopWaiting,
    configure: (next) => void (options = next),
    dispose() {
      stopWaiting()
      unwatch()
      listeners.clear()
    },
  }
}

type Waiting = SubmitState & { status: 'waiting' }

function waitingFor(files: SessionState): Waiting {
  const { unfinished, files: count } = selectTotals(files)
  return { status: 'waiting', unfinished, files: count, hold: files.hold }
}

function isSameWait(a: Waiting, b: Waiting): boolean {
  return a.unfinished === b.unfinished && a.files === b.files && a.hold === b.hold
}

function haveSameItems(a: readonly LeftBehindItem[], b: readonly LeftBehindItem[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index])
}
