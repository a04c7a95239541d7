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
    const slice = waiting.slice(0, perSlice)
    waiting = waiting.slice(perSlice)
    if (waiting.length > 0) timer = setTimeout(takeSlice)
    for (const value of slice) take(value)
  }

  return {
    add(values) {
      waiting = [...waiting, ...values]
      if (timer === undefined) takeSlice()
    },
    clear() {
      clearTimeout(timer)
      timer = undefined
      waiting = []
    },
  }
}
