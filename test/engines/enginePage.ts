import type { MatrixTab } from '../matrix/matrixTab.ts'

export type EngineName = 'firefox' | 'webkit'

/** An element of the page: the first that fits `css` and whose name, or else its text, holds `name`. */
export interface Target {
  css: string
  /** Part of the `aria-label`, or of the text where there is none. @default anything */
  name?: string
}

/** A browser, driven from outside through whatever it understands. */
export interface Engine {
  /** A page that shares neither storage nor connections nor caches with any other. */
  newPage(): Promise<EnginePage>
  close(): Promise<void>
}

/** One page, the same for every browser. */
export interface EnginePage extends MatrixTab {
  /** Clicks as a person does: where the element is, and only if it can be. */
  click(target: Target): Promise<void>
  /** Puts the text in by the keyboard. */
  type(target: Target, text: string): Promise<void>
  /** Runs `call` in the page on the element, else like `evaluate`. */
  evaluateOn<A, R>(target: Target, call: (element: HTMLElement, argument: A) => R | Promise<R>, argument: A): Promise<R>
  /** What the browser's own file dialog would hand over: files from disk. */
  chooseFiles(target: Target, paths: readonly string[]): Promise<void>
  /** A PNG. */
  screenshot(): Promise<Uint8Array>
  /** Folder into which the browser saves what the page downloads. */
  downloadFolder: string
}
