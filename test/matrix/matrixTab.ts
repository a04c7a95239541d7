/** What the fault matrix needs of a browser's tab, whoever drives it. */
export interface MatrixTab {
  open(url: string): Promise<void>
  /**
   * Runs `call` in the page and gives what it resolves to. It may use its argument, which goes there as JSON, and nothing else of
   * the test. Rejects with the page's error.
   */
  evaluate<A, R>(call: (argument: A) => R | Promise<R>, argument: A): Promise<R>
  /** Cuts the page off its network, or gives it back. */
  setOffline(offline: boolean): Promise<void>
  close(): Promise<void>
}
