/**
 * Vite reloads a page whose server has gone away and come back. This page must outlive that: files that are still going are
 * in its memory alone. Vite waits for its listeners before it reloads, and this one never answers.
 */
export function keepPageOverRestart(): void {
  import.meta.hot?.on('vite:ws:disconnect', () => new Promise(() => {}))
}
