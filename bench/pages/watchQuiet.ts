/** Milliseconds without any sign of work that count as rest. */
const quietMs = 250
/** A main thread that is free runs a timer this often; a longer gap was work. */
const gapMs = 25

/** Watches a part of the page and its main thread until both are at rest. */
export function watchQuiet(root: HTMLElement) {
  let lastWorkAt = performance.now()
  let longestTaskMs = 0
  let hasShown = false
  const tasks = new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      longestTaskMs = Math.max(longestTaskMs, duration)
      lastWorkAt = Math.max(lastWorkAt, startTime + duration)
    }
  })
  tasks.observe({ type: 'longtask' })
  const changes = new MutationObserver(() => {
    hasShown = true
    lastWorkAt = performance.now()
  })
  changes.observe(root, { childList: true, subtree: true })

  const stop = () => {
    tasks.disconnect()
    changes.disconnect()
  }

  return {
    /** Resolves with the end of the last work, once nothing has happened for a while. */
    async rest(patienceMs: number): Promise<{ at: number; longestTaskMs: number; rested: boolean }> {
      const giveUpAt = performance.now() + patienceMs
      let before = performance.now()
      lastWorkAt = before
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve))
        const now = performance.now()
        if (now - before > gapMs) lastWorkAt = now
        before = now
        // Some read files at leisure before they show the first of them.
        const rested = hasShown && now - lastWorkAt > quietMs
        if (!rested && now < giveUpAt) continue
        stop()
        return { at: lastWorkAt, longestTaskMs, rested }
      }
    },
  }
}
