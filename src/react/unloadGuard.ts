import { selectIsSettled } from '../engine/totals.ts'
import type { Session } from '../engine/sessionTypes.ts'

/** What the guard needs of a session. */
export type GuardedSession = Pick<Session, 'getSnapshot' | 'subscribe' | 'settled' | 'leave' | 'comeBack'>

interface Guard {
  holders: number
  /** A draft is there again after a reload: what it has stored is no orphan. */
  isDraft: boolean
  readonly unsubscribe: () => void
}

/** All guarded sessions of the page: they share one prompt. */
const guards = new Map<GuardedSession, Guard>()
let isArmed = false
let isAwaiting = false

/**
 * Asks before the page is left while files of the session are unfinished, and reports what would be left unattached when it
 * goes all the same. Begins nothing else: without unfinished files the page may be kept by the browser for Back.
 *
 * @returns the function that ends it; a session that outlives its component is guarded until its files have settled
 */
export function guardUnload(upload: GuardedSession, isDraft: boolean): () => void {
  const guard = guards.get(upload) ?? begin(upload)
  guard.isDraft = isDraft
  guard.holders += 1
  updatePrompt()
  return () => {
    guard.holders -= 1
    void upload.settled().then(() => {
      if (guard.holders === 0 && guards.get(upload) === guard) end(upload, guard)
    })
  }
}

function begin(upload: GuardedSession): Guard {
  if (guards.size === 0) listenToPage()
  const guard: Guard = { holders: 0, isDraft: false, unsubscribe: upload.subscribe(updatePrompt) }
  guards.set(upload, guard)
  return guard
}

function end(upload: GuardedSession, guard: Guard) {
  guard.unsubscribe()
  guards.delete(upload)
  updatePrompt()
  if (guards.size === 0) forgetPage()
}

/** A listener for `beforeunload` keeps some browsers from keeping the page for Back, so it is there only when needed. */
function updatePrompt() {
  const unsettled = [...guards.keys()].find((upload) => !selectIsSettled(upload.getSnapshot()))
  if (unsettled) awaitSettling(unsettled)
  const isNeeded = unsettled !== undefined
  if (isNeeded === isArmed) return
  isArmed = isNeeded
  if (isNeeded) window.addEventListener('beforeunload', prompt)
  else window.removeEventListener('beforeunload', prompt)
}

/** A session publishes a few times a second only; that its files have settled it tells at once. */
function awaitSettling(upload: GuardedSession) {
  if (isAwaiting) return
  isAwaiting = true
  void upload.settled().then(() => {
    isAwaiting = false
    updatePrompt()
  })
}

function prompt(event: BeforeUnloadEvent) {
  event.preventDefault()
  // Chrome before 119 and Safari want a value.
  event.returnValue = true
}

function listenToPage() {
  window.addEventListener('pagehide', onPageHide)
  window.addEventListener('pageshow', onPageShow)
}

function forgetPage() {
  window.removeEventListener('pagehide', onPageHide)
  window.removeEventListener('pageshow', onPageShow)
}

/** Also when the browser keeps the page for Back: nothing tells a page that it is dropped after all. */
function onPageHide() {
  for (const [upload, { isDraft }] of guards) if (!isDraft) upload.leave()
}

function onPageShow({ persisted }: PageTransitionEvent) {
  if (!persisted) return
  for (const [upload, { isDraft }] of guards) if (!isDraft) upload.comeBack()
}
