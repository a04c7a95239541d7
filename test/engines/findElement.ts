import type { Target } from './enginePage.ts'

/** Runs in the page. Rather an error than no element, so that a click says what it did not find. */
export function findElement({ css, name = '' }: Target): HTMLElement {
  const named = (element: HTMLElement) => element.getAttribute('aria-label') ?? element.textContent
  const found = [...document.querySelectorAll<HTMLElement>(css)].find((element) => named(element).includes(name))
  if (!found) throw new Error(`There is no ${css} named "${name}".`)
  return found
}

/** As `scriptOf`, for a call that takes the element first. */
export function elementScriptOf<A, R>(
  target: Target,
  call: (element: HTMLElement, argument: A) => R,
  argument: A,
): string {
  const json = argument === undefined ? 'undefined' : JSON.stringify(argument)
  return `(async () => JSON.stringify(await (${call.toString()})((${findElement.toString()})(${JSON.stringify(target)}), ${json})))()`
}
