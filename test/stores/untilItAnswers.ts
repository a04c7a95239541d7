import { setTimeout as delay } from 'node:timers/promises'
import type { Daemon } from '../support/programs.ts'

/**
 * Resolves with the first answer, whatever it is.
 * @throws Error with the last words of a daemon that has ended, or after a minute
 */
export async function untilItAnswers(product: string, endpoint: string, daemons: Iterable<Daemon>): Promise<void> {
  const deadline = Date.now() + 60_000
  const isThere = () =>
    fetch(endpoint).then(
      () => true,
      () => false,
    )
  while (Date.now() < deadline) {
    const failure = [...daemons].map((daemon) => daemon.failure()).find((words) => words !== undefined)
    if (failure) throw new Error(failure)
    if (await isThere()) return
    await delay(50)
  }
  throw new Error(`${product} did not answer within a minute.`)
}
