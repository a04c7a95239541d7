import { formatNumber } from './formatNumber.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** "2.1 MB/s": two digits that count, since a speed is never known better than that. */
export function formatSpeed(bytesPerSecond: number, locale: string): string {
  const rounded = Number(bytesPerSecond.toPrecision(2))
  let step = 0
  for (let rest = rounded; rest >= 1000 && step < units.length - 1; rest /= 1000) step += 1
  return formatUnit(rounded / 1000 ** step, `${units[step] ?? 'byte'}-per-second`, locale)
}

/** "25 sec", "4 min", "2 hr": rounded up, in steps that do not flicker while a smoothed rate moves. */
export function formatDuration(ms: number, locale: string): string {
  const seconds = ms / 1000
  if (seconds <= 50) return formatUnit(Math.max(5, Math.ceil(seconds / 5) * 5), 'second', locale)
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? formatUnit(minutes, 'minute', locale) : formatUnit(Math.ceil(minutes / 60), 'hour', locale)
}

function formatUnit(value: number, unit: string, locale: string): string {
  return formatNumber(value, locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 })
}
