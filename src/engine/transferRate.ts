/** A smoothed rate of bytes; make the next one from each reading. */
export interface TransferRate {
  /** Milliseconds, of the first and of the latest reading. */
  readonly startedAt: number
  readonly at: number
  readonly sentBytes: number
  /** Exponentially smoothed, see `nextRate`. */
  readonly bytesPerSecond: number
}

const smoothingMs = 3000
const stableAfterMs = 3000

/**
 * The rate after another reading. Smoothed with `1 - exp(-dt / 3 s)`, so that readings may come at any interval. Fewer bytes
 * than before (another file, a fresh start) begin anew.
 */
export function nextRate(rate: TransferRate | undefined, sentBytes: number, at: number): TransferRate {
  if (!rate || sentBytes < rate.sentBytes) return { startedAt: at, at, sentBytes, bytesPerSecond: 0 }
  const elapsedMs = at - rate.at
  if (elapsedMs <= 0) return rate
  const current = ((sentBytes - rate.sentBytes) / elapsedMs) * 1000
  const isFirst = rate.at === rate.startedAt
  const weight = isFirst ? 1 : 1 - Math.exp(-elapsedMs / smoothingMs)
  return { ...rate, at, sentBytes, bytesPerSecond: rate.bytesPerSecond + weight * (current - rate.bytesPerSecond) }
}

/** Bytes per second, or undefined while too little was seen to tell. */
export function speedOf(rate: TransferRate | undefined): number | undefined {
  return rate && rate.at - rate.startedAt >= stableAfterMs && rate.bytesPerSecond > 0 ? rate.bytesPerSecond : undefined
}

/** Milliseconds until all is sent at this rate, or undefined while nobody can tell. */
export function remainingMsOf(rate: TransferRate | undefined, totalBytes: number): number | undefined {
  const speed = speedOf(rate)
  return rate && speed !== undefined ? (Math.max(0, totalBytes - rate.sentBytes) / speed) * 1000 : undefined
}
