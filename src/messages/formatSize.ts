const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
const formats = new Map<string, Intl.NumberFormat>()

/**
 * A size for people: "24.3 MB", in the locale's own digits and unit names. Steps are 1000, as disks and browsers count;
 * at most three digits are shown, since more would flicker without telling more.
 */
export function formatSize(bytes: number, locale: string): string {
  const step = Math.min(units.length - 1, exponentOf(bytes))
  const value = bytes / 1000 ** step
  return formatFor(locale, step, value).format(value)
}

/** 999,950 bytes print as 1 MB, not as 1,000 kB: the step follows the rounded number. */
function exponentOf(bytes: number): number {
  let step = 0
  for (let rest = Math.abs(bytes); rest >= (step === 0 ? 1000 : 999.5) && step < units.length; rest /= 1000) step += 1
  return step
}

function formatFor(locale: string, step: number, value: number): Intl.NumberFormat {
  const digits = step === 0 || value >= 99.95 ? 0 : 1
  const key = `${locale} ${step} ${digits}`
  const known = formats.get(key)
  if (known) return known
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: digits,
  })
  formats.set(key, format)
  return format
}
