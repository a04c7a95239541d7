declare global {
  interface Window {
    shownPercentages: number[]
  }
}

/** Runs in the page: keeps every value that the progress bar of the named file takes, in order. */
export function recordProgress(name: string): void {
  const seen: number[] = []
  window.shownPercentages = seen
  const look = () => {
    const bars = [...document.querySelectorAll('[role=progressbar]')]
    const bar = bars.find((one) => one.getAttribute('aria-label')?.includes(name))
    const shown = bar?.getAttribute('aria-valuenow') ?? undefined
    if (shown !== undefined && Number(shown) !== seen.at(-1)) seen.push(Number(shown))
  }
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
}
