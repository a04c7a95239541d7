/**
 * Milliseconds that only grow. Counts the longer of what the page's monotonic timer and the wall clock saw pass, because
 * some systems stop the former while a laptop sleeps. A wall clock set back is ignored; one set forward ages credentials
 * early, which costs one call and never a failed upload.
 */
export type Clock = () => number

export function createClock(monotonic = () => performance.now(), wall = () => Date.now()): Clock {
  let now = 0
  let lastMonotonic = monotonic()
  let lastWall = wall()
  return () => {
    const [nextMonotonic, nextWall] = [monotonic(), wall()]
    now += Math.max(nextMonotonic - lastMonotonic, nextWall - lastWall, 0)
    lastMonotonic = nextMonotonic
    lastWall = nextWall
    return now
  }
}
