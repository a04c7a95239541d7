/** What is counted in the page besides the driver's clock. */
export interface PageProbe {
  /** React commits so far, of all roots. */
  commits: number
  /** Object URLs made and not revoked. */
  openUrls: number
}

/** Runs before the page's own scripts: React looks for the hook of its developer tools as it loads. */
export function installProbe(): void {
  const probe = { commits: 0, openUrls: 0 }
  const hook = {
    supportsFiber: true,
    renderers: new Map(),
    inject: () => 1,
    checkDCE: () => {},
    onCommitFiberRoot: () => void (probe.commits += 1),
    onCommitFiberUnmount: () => {},
    onPostCommitFiberRoot: () => {},
  }
  const create = URL.createObjectURL.bind(URL)
  const revoke = URL.revokeObjectURL.bind(URL)
  URL.createObjectURL = (source) => {
    probe.openUrls += 1
    return create(source)
  }
  URL.revokeObjectURL = (url) => {
    probe.openUrls -= 1
    revoke(url)
  }
  Object.assign(window, { probe, __REACT_DEVTOOLS_GLOBAL_HOOK__: hook })
}
