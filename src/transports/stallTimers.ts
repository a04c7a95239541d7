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
  const halfMs = limits.stalledAfterMs / 2
  let timer: ReturnType<typeof setTimeout> | undefined
  let movedAt = performance.now()
  let [sentAll, isStalled] = [false, false]
  const restart = (ms: number, onEnd: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(onEnd, ms)
  }
  const overdueIn = (ms: number, code: 'stalled' | 'answer-overdue') => restart(ms, () => onOverdue(code))
  const tellStall = (next: boolean) => {
    if (next !== isStalled) onStall((isStalled = next))
  }
  /** Not begun anew with each byte that moves: what moved meanwhile is seen when it ends. */
  const awaitBytes = () => {
    const remainingMs = movedAt + halfMs - performance.now()
    if (remainingMs > 0) return restart(remainingMs, awaitBytes)
    tellStall(true)
    overdueIn(halfMs, 'stalled')
  }
  const answerMs = answerDeadlineMs(limits, fileBytes)
  const allSent = () => {
    if (sentAll) return
    sentAll = true
    tellStall(false)
    overdueIn(answerMs, 'answer-overdue')
  }

  if (fileBytes === 0) allSent()
  else if (!seesProgress) overdueIn(answerMs + fileBytes / slowestBytesPerMs, 'answer-overdue')
  else awaitBytes()

  return {
    moved: () => {
      movedAt = performance.now()
      if (sentAll || !isStalled) return
      tellStall(false)
      awaitBytes()
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
