import { useSyncExternalStore } from 'react'

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' })
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

/** A moment as people say it; the exact time is in its tooltip. */
export function TimeAgo({ at }: { at: string }) {
  return (
    <time dateTime={at} dir="auto" title={exact.format(new Date(at))}>
      {sayAgo(useMinute() - Date.parse(at))}
    </time>
  )
}

function sayAgo(elapsedMs: number): string {
  for (const [unit, length] of units) {
    if (elapsedMs >= length) return words.format(-Math.floor(elapsedMs / length), unit)
  }
  return 'just now'
}

/** The current time, new every minute. */
function useMinute(): number {
  return useSyncExternalStore(everyMinute, () => Math.floor(Date.now() / 60_000) * 60_000)
}

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, 60_000)
  return () => clearInterval(timer)
}
