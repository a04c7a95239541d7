import { formatNumber } from './formatNumber.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/**
 * A size for people: "24.3 MB", in the locale's own digits and unit names. Steps are 1000, as disks and browsers count;
 * at most three digits are shown, since more would flicker without telling more.
 */
export function formatSize(bytes: number, locale: string): string {
  const step = Math.min(units.length - 1, exponentOf(bytes))
  const value = bytes / 1000 ** step
  return formatNumber(value, locale, {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 || value >= 99.95 ? 0 : 1,
  })
}

/** 999,950 bytes print as 1 MB, not as 1,000 kB: the step follows the rounded number. */
function exponentOf(bytes: number): number {
  let step = 0
  for (let rest = Math.abs(bytes); rest >= (step === 0 ? 1000 : 999.5) && step < units.length; rest /= 1000) step += 1
  return step
}
