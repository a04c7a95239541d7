/**
 * Calls a callback of the embedder. What it throws becomes an uncaught error of the page, where its own reporting sees it;
 * it must not pass for a failed upload or stop the queue.
 */
export function callBack<Args extends unknown[]>(callback: ((...args: Args) => void) | undefined, ...args: Args): void {
  try {
    callback?.(...args)
  } catch (thrown) {
    queueMicrotask(() => {
      throw thrown
    })
  }
}
