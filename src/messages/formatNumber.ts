const numbers = new Map<string, Intl.NumberFormat>()
const lists = new Map<string, Intl.ListFormat>()
const plurals = new Map<string, Intl.PluralRules>()

/** A number as the locale writes it; the formats are kept, since each takes longer to make than hundreds of rows. */
export function formatNumber(value: number, locale: string, options: Intl.NumberFormatOptions): string {
  const key = locale + JSON.stringify(options)
  return remember(numbers, key, () => new Intl.NumberFormat(locale, options)).format(value)
}

/** "1,234" in the locale's digits. */
export function formatCount(count: number, locale: string): string {
  return formatNumber(count, locale, {})
}

/** "42%" for 0.42; rounded down, so that 100 % is only said of what is complete. */
export function formatPercent(fraction: number, locale: string): string {
  const whole = Math.floor(Math.min(1, Math.max(0, fraction)) * 100) / 100
  return formatNumber(whole, locale, { style: 'percent' })
}

/** "a, b, and c", "a, b, or c" or "a, b, c" as the locale joins them. */
export function formatList(parts: readonly string[], locale: string, type: Intl.ListFormatType): string {
  return remember(lists, `${locale} ${type}`, () => new Intl.ListFormat(locale, { type })).format(parts)
}

/** Picks the form the locale's plural rules ask for; `other` stands in for forms a language does not have. */
export function plural(
  count: number,
  locale: string,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  const rule = remember(plurals, locale, () => new Intl.PluralRules(locale)).select(count)
  return forms[rule] ?? forms.other
}

function remember<T>(known: Map<string, T>, key: string, create: () => T): T {
  const found = known.get(key)
  if (found !== undefined) return found
  const created = create()
  known.set(key, created)
  return created
}
