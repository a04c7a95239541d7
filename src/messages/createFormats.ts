import { formatCount, formatList, formatPercent, plural } from './formatNumber.ts'
import { formatDuration, formatSpeed } from './formatPace.ts'
import { formatSize } from './formatSize.ts'
import type { ByteFacts, Limits } from './messages.ts'

/** The phrases of the line that tells the limits; each stands for itself. Sizes come written out. */
export interface LimitPhrases {
  maxFileSize: (size: string) => string
  minFileSize: (size: string) => string
  maxTotalSize: (size: string) => string
  /** Of the total size, once something counts towards it. */
  usedSize: (used: string, size: string) => string
  maxFiles: (count: number) => string
  /** Of the number of files, once something counts towards it. */
  usedFiles: (used: number, count: number) => string
}

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** What the sentences of a language are made with; numbers, sizes, lists and plurals are the platform's. */
export function createFormats(locale: string) {
  const size = (bytes: number) => formatSize(bytes, locale)
  const or = (parts: readonly string[]) => formatList(parts, locale, 'disjunction')
  return {
    size,
    or,
    and: (parts: readonly string[]) => formatList(parts, locale, 'conjunction'),
    count: (value: number) => formatCount(value, locale),
    percent: ({ sentBytes, totalBytes }: ByteFacts) =>
      formatPercent(totalBytes > 0 ? sentBytes / totalBytes : 0, locale),
    speed: ({ bytesPerSecond }: { bytesPerSecond: number }) => formatSpeed(bytesPerSecond, locale),
    duration: (ms: number) => formatDuration(ms, locale),
    plural: (value: number, forms: Forms) => plural(value, locale, forms),
    /** One line, a phrase for each limit there is; empty without any. */
    limits: (limits: Limits, phrases: LimitPhrases) => {
      const { types, maxFileSize, minFileSize } = limits
      const parts = [
        types.length > 0 ? or(types) : undefined,
        maxFileSize === undefined ? undefined : phrases.maxFileSize(size(maxFileSize)),
        minFileSize ? phrases.minFileSize(size(minFileSize)) : undefined,
        describeTotal(limits, phrases, size),
        describeCount(limits, phrases),
      ]
      // A line may end with the dot, and never begins with it.
      const line = parts.filter((part) => part !== undefined).join('\u00A0· ')
      return line.charAt(0).toLocaleUpperCase(locale) + line.slice(1)
    },
  }
}

function describeTotal({ maxTotalSize, used }: Limits, phrases: LimitPhrases, size: (bytes: number) => string) {
  if (maxTotalSize === undefined) return undefined
  return used ? phrases.usedSize(size(used.bytes), size(maxTotalSize)) : phrases.maxTotalSize(size(maxTotalSize))
}

function describeCount({ maxFiles, used }: Limits, phrases: LimitPhrases) {
  if (maxFiles === undefined) return undefined
  return used ? phrases.usedFiles(used.files, maxFiles) : phrases.maxFiles(maxFiles)
}
