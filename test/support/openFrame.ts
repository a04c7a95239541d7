import { vi } from 'vitest'

/** Another page of the origin that has loaded a module of the project. */
export interface ModuleFrame<M> {
  readonly module: M
  /** The page goes away, as with a reload: its requests end, its locks are free. */
  readonly close: () => void
}

/** @param url where the module is served, by `new URL(…, import.meta.url)` */
export async function openFrame<M>(url: URL): Promise<ModuleFrame<M>> {
  const frame = document.createElement('iframe')
  document.body.append(frame)
  const page = frame.contentWindow as Window & { loadedModule?: M; __vitest_browser_runner__?: unknown }
  // What Vitest makes of a dynamic import asks for it.
  page.__vitest_browser_runner__ = { wrapDynamicImport: <T>(load: () => Promise<T>) => load() }
  const script = frame.contentDocument!.createElement('script')
  script.type = 'module'
  script.textContent = `import * as loaded from ${JSON.stringify(url.href)}; window.loadedModule = loaded`
  frame.contentDocument!.head.append(script)
  const module = await vi.waitFor(
    () => {
      if (!page.loadedModule) throw new Error(`${url.pathname} is not loaded yet.`)
      return page.loadedModule
    },
    { timeout: 20_000 },
  )
  return { module, close: () => frame.remove() }
}
