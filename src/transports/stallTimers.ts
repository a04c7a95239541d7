/** How long an attempt may stand still. */
export interface StallLimits {
  /** Milliseconds without a new byte while some are left to send; after half of them the stall is told. @default 60000 */
  stalledAfterMs: number
  /** Milliseconds for the answer once all bytes are sent; a second per MB comes on top. @default 120000 */
  answerAfterMs: number
}

export const defaultStallLimits: StallLimits = { stalledAfterMs: 60_000, answerAfterMs: 120_000 }

interface StallWatch {
  fileBytes: number
  /** `false`: no progress will be told, only the attempt as a whole has a deadline. */
  seesProgress: boolean
  /** Bytes stand still and, with `false`, move again or have all left. */
  onStall: (isStalled: boolean) => void
  onOverdue: (code: 'stalled' | 'answer-overdue') => void
}

export interface StallTimers {
  /** More bytes have left. */
  moved: () => void
  /** The last byte has left: from here the store is at work. */
  allSent: () => void
  stop: () => void
}

/** Slowest uplink that is waited for where nothing tells how the bytes move. */
const slowestBytesPerMs = 64

/**
 * Two kinds of patience: bytes must keep moving while they are sent, and after the last one the store has time of its own to
 * finish, so that an upload that is merely finishing is not killed.
 */
export function startStallTimers(
  limits: StallLimits,
  { fileBytes, seesProgress, onStall, onOverdue }: StallWatch,
): StallTimers {
  let timer: ReturnType<typeof setTimeout> | undefined
  let [sentAll, isStalled] = [false, false]
  const restart = (code: 'stalled' | 'answer-overdue', ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => onOverdue(code), ms)
  }
  const tellStall = (next: boolean) => {
    if (next !== isStalled) onStall((isStalled = next))
  }
  const awaitBytes = () => {
    const halfMs = limits.stalledAfterMs / 2
    clearTimeout(timer)
    tellStall(false)
    timer = setTimeout(() => {
      tellStall(true)
      restart('stalled', halfMs)
    }, halfMs)
  }
  const answerMs = answerDeadlineMs(limits, fileBytes)
  const allSent = () => {
    if (sentAll) return
    sentAll = true
    tellStall(false)
    restart('answer-overdue', answerMs)
  }

  if (fileBytes === 0) allSent()
  else if (!seesProgress) restart('answer-overdue', answerMs + fileBytes / slowestBytesPerMs)
  else awaitBytes()

  return {
    moved: () => {
      if (!sentAll) awaitBytes()
    },
    allSent,
    stop: () => clearTimeout(timer),
  }
}

/** At least `answerAfterMs`, and a second more for every MB the store may still have to write or check. */
export function answerDeadlineMs({ answerAfterMs }: StallLimits, fileBytes: number): number {
  return answerAfterMs + (fileBytes / 1_000_000) * 1000
}

/** A service worker that answers requests lets no upload event through, so silence then says nothing. */
export function isProgressSwallowed(): boolean {
  return Boolean(globalThis.navigator?.serviceWorker?.controller)
}
