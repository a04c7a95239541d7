/** Tells the other pages of an origin what this one is at work on, for as long as it lives. */
export interface PageLocks {
  readonly hold: (name: string) => void
  readonly release: (name: string) => void
  /** False while another page, or another part of this one, holds it. */
  readonly isFree: (name: string) => Promise<boolean>
}

/** A page that is being replaced lets go of its locks a moment after the next one has begun. */
const patienceMs = 1000

/** @param prefix keeps the names apart from other locks of the origin. Without Web Locks everything is free. */
export function createPageLocks(prefix: string): PageLocks {
  const releases = new Map<string, () => void>()

  return {
    hold(name) {
      if (releases.has(name)) return
      const ended = new Promise<void>((resolve) => releases.set(name, resolve))
      locks()
        ?.request(prefix + name, () => ended)
        .catch(() => {})
    },
    release(name) {
      releases.get(name)?.()
      releases.delete(name)
    },
    async isFree(name) {
      const manager = locks()
      if (!manager) return true
      try {
        await manager.request(prefix + name, { signal: AbortSignal.timeout(patienceMs) }, () => {})
        return true
      } catch {
        return false
      }
    },
  }
}

/** Typed as always there, and absent on plain http and on a server. */
function locks(): LockManager | undefined {
  return globalThis.navigator?.locks
}
