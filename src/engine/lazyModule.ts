import { UploadError, type Stage } from './errors.ts'

/** Code that a page does not load at first. */
export interface LazyModule<M> {
  /** The code, where it is there already. */
  readonly loaded: () => M | undefined
  /** Loads the code, once. Rejects with `offline`, or with `network` when it cannot be had. */
  readonly load: (stage: Stage) => Promise<M>
  /** Begins to load it, so that it is there when it is needed: also when the network is what fails then. */
  readonly warm: () => void
}

/**
 * @param importModule a dynamic import with the module's name as it stands, so that bundlers see it
 */
export function lazyModule<M>(importModule: () => Promise<M>): LazyModule<M> {
  let loaded: M | undefined
  let loading: Promise<M> | undefined

  function begin(): Promise<M> {
    loading ??= importModule().then(
      (module) => (loaded = module),
      (thrown: unknown) => {
        loading = undefined
        throw thrown
      },
    )
    return loading
  }

  return {
    loaded: () => loaded,
    async load(stage) {
      if (loaded) return loaded
      if (isOffline()) throw new UploadError({ code: 'offline', stage })
      return begin().catch((cause: unknown) => {
        throw notLoaded(stage, cause)
      })
    },
    warm() {
      if (!isOffline()) begin().catch(() => {})
    },
  }
}

/** Chromium remembers a failed import for the life of the page, so none is begun that is sure to fail. */
function isOffline(): boolean {
  return globalThis.navigator?.onLine === false
}

function notLoaded(stage: Stage, cause: unknown): UploadError {
  const hint = 'Its code could not be loaded: a new release?'
  return new UploadError({ code: 'network', stage, hint, cause })
}
