/** How long an attempt may stand still. */
export interface StallLimits {
  /** Milliseconds without a new byte while some are left to send. @default 60000 */
  stalledAfterMs: number
  /** Milliseconds for the answer once all bytes are sent; a second per MB comes on top. @default 120000 */
  answerAfterMs: number
}

export const defaultStallLimits: StallLimits = { stalledAfterMs: 60_000, answerAfterMs: 120_000 }

interface StallWatch {
  fileBytes: number
  /** `false`: no progress will be told, only the attempt as a whole has a deadline. */
  seesProgress: boolean
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
export function startStallTimers(limits: StallLimits, { fileBytes, seesProgress, onOverdue }: StallWatch): StallTimers {
  let timer: ReturnType<typeof setTimeout> | undefined
  let sentAll = false
  const restart = (code: 'stalled' | 'answer-overdue', ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => onOverdue(code), ms)
  }
  const answerMs = answerDeadlineMs(limits, fileBytes)
  const allSent = () => {
    if (sentAll) return
    sentAll = true
    restart('answer-overdue', answerMs)
  }

  if (fileBytes === 0) allSent()
  else if (!seesProgress) restart('answer-overdue', answerMs + fileBytes / slowestBytesPerMs)
  else restart('stalled', limits.stalledAfterMs)

  return {
    moved: () => {
      if (!sentAll) restart('stalled', limits.stalledAfterMs)
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
