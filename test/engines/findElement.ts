import type { Target } from './enginePage.ts'

/** Runs in the page. Rather an error than no element, so that a click says what it did not find. */
export function findElement({ css, name = '' }: Target): HTMLElement {
  const named = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.textContent
  const found = [...document.querySelectorAll<HTMLElement>(css)].find((element) => named(element).includes(name))
  if (!found) throw new Error(`There is no ${css} named "${name}".`)
  return found
}
