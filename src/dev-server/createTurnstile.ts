/**
 * Makes a function that runs tasks one at a time, in the order they came. A failed task rejects its own promise and does not
 * hold up the next.
 */
export function createTurnstile(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const run = last.then(task)
    last = run.catch(() => undefined)
    return run
  }
}
