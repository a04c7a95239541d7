import type { DownloadCredential } from '../engine/ports.ts'

/** Milliseconds a URL must still live to be worth starting a download with. */
const leastLifeMs = 5000

/** Download URLs that came along with another answer. */
export interface OnceUrls {
  keep(handle: string, credential: DownloadCredential): void
  /** The URL kept for a handle, if it surely lives. It is handed out once: whoever asks again needs a new signature. */
  take(handle: string): DownloadCredential | undefined
}

/**
 * Keeps URLs by handle. Their life is counted on a monotonic clock from the server's own time, never against the computer's;
 * a URL whose remaining life is not known is not kept.
 */
export function createOnceUrls(nowMs: () => number = () => performance.now()): OnceUrls {
  const kept = new Map<string, { credential: DownloadCredential; goodUntilMs: number }>()
  return {
    keep: (handle, credential) => {
      const lifeMs = remainingLife(credential)
      if (lifeMs !== undefined) kept.set(handle, { credential, goodUntilMs: nowMs() + lifeMs - leastLifeMs })
    },
    take: (handle) => {
      const found = kept.get(handle)
      kept.delete(handle)
      return found && nowMs() < found.goodUntilMs ? found.credential : undefined
    },
  }
}

function remainingLife({ expiry }: DownloadCredential): number | undefined {
  if (!expiry) return undefined
  if ('afterMs' in expiry) return expiry.afterMs
  return expiry.serverNowMs === undefined ? undefined : expiry.atMs - expiry.serverNowMs
}
