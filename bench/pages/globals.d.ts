import type { PageDriver } from './driver.ts'
import type { PageProbe } from './probe.ts'

declare global {
  interface Window {
    /** Put there by `drive`. */
    bench: PageDriver
    /** Put there before any script of the page. */
    probe: PageProbe
  }
}
