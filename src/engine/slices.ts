/** Hands values on in order, so many per task of the event loop that none of them blocks the page. */
export interface Slices<T> {
  /** The first slice is handed on at once, unless earlier values still wait. */
  readonly add: (values: readonly T[]) => void
  /** Forgets what was not handed on. */
  readonly clear: () => void
}

/**
 * @param take gets each value
 * @param perSlice values per task
 */
export function createSlices<T>(take: (value: T) => void, perSlice: number): Slices<T> {
  let waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function takeSlice() {
    timer = undefined
    const slice = waiting.splice(0, perSlice)
    if (waiting.length > 0) timer = setTimeout(takeSlice)
    slice.forEach(take)
  }

  return {
    add(values) {
      waiting = waiting.concat(values)
      if (timer === undefined) takeSlice()
    },
    // A timer that still runs will find nothing.
    clear: () => void (waiting = []),
  }
}
