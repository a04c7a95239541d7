import type { Expiry } from '../engine/ports.ts'

/**
 * An expiry as backends write it: an ISO date, UNIX seconds or milliseconds as number or text; a small number is seconds from
 * now. Undefined for what is none of these.
 */
export function readMoment(value: unknown, serverNowMs: number | undefined): Expiry | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof number === 'number') return readNumber(number, serverNowMs)
  const atMs = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(atMs) ? undefined : { atMs, serverNowMs }
}

/** Fifteen years of seconds are no life of a credential, so a larger number is a date; after the year 5000, milliseconds. */
function readNumber(number: number, serverNowMs: number | undefined): Expiry | undefined {
  if (!Number.isFinite(number) || number <= 0) return undefined
  if (number < 500_000_000) return { afterMs: number * 1000 }
  return { atMs: number < 100_000_000_000 ? number * 1000 : number, serverNowMs }
}
