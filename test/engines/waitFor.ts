import type { EnginePage } from './enginePage.ts'

const pollMs = 50
const patienceMs = 60_000

/** Asks the page until `check` says yes. Rejects after a minute, with what it was that did not come. */
export async function waitFor<A>(
  page: EnginePage,
  what: string,
  check: (argument: A) => boolean,
  argument: A,
): Promise<void> {
  const giveUpAt = Date.now() + patienceMs
  while (!(await page.evaluate(check, argument))) {
    if (Date.now() > giveUpAt) throw new Error(`The page never showed ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}
