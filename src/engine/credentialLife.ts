import type { Clock } from './clock.ts'
import type { Expiry } from './ports.ts'

/**
 * When a credential ends, on the monotonic clock: `Infinity` where the vendor does not say.
 *
 * @param askedAt clock reading when the request for it was sent, so that a slow answer does not lengthen its life
 * @param wallNow used for an absolute expiry only where the server's own time is unknown
 */
export function deadlineOf(expiry: Expiry | undefined, askedAt: number, wallNow = Date.now()): number {
  if (!expiry) return Infinity
  if ('afterMs' in expiry) return askedAt + expiry.afterMs
  return askedAt + (expiry.atMs - (expiry.serverNowMs ?? wallNow))
}

/**
 * Whether a credential should be replaced before it is used: less life is left than `minLifeMs`, or than half of a life that
 * was short from the start. One that was dead on arrival is used all the same: then it is the page's clock that is wrong,
 * and asking again would give another just like it.
 */
export function isStale(deadline: number, askedAt: number, clock: Clock, minLifeMs: number): boolean {
  const life = deadline - askedAt
  return life > 0 && deadline - clock() < Math.min(minLifeMs, life / 2)
}
