export interface Deferred<T> {
  promise: Promise<T>
  resolve: (value: T) => void
}

/** A promise that the test settles when it likes. */
export function createDeferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((resolvePromise) => {
    resolve = resolvePromise
  })
  return { promise, resolve }
}
