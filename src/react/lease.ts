/** A store that components own together, and how many mounted ones use it. */
export interface Lease<T> {
  readonly value: T
  readonly isHeld: () => boolean
  /** The store was disposed of: whoever needs one opens another. */
  readonly isClosed: () => boolean
  readonly retain: () => void
  /** Gives the store up. `leave` runs unless somebody takes it again within the same commit. */
  readonly release: (leave: () => void) => void
  readonly close: () => void
}

export function createLease<T extends { readonly dispose: () => void }>(value: T): Lease<T> {
  let holders = 0
  let closed = false

  return {
    value,
    isHeld: () => holders > 0,
    isClosed: () => closed,
    retain: () => {
      holders += 1
    },
    release: (leave) => {
      holders -= 1
      // StrictMode and a changed key unmount and mount within one commit: who is alone after it has really left.
      queueMicrotask(() => {
        if (holders === 0 && !closed) leave()
      })
    },
    close: () => {
      if (closed) return
      closed = true
      value.dispose()
    },
  }
}
