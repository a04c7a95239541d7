import { visibleName } from './displayName.ts'

const longestName = 200

/**
 * A name to save under: the displayed one without path, leading dots and surplus length; the extension is kept. Undefined when
 * nothing is left.
 */
export function safeFilename(name: string): string | undefined {
  const base = visibleName(name)
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/^[.\s]+|\s+$/gu, '')
  if (!base) return undefined
  const letters = Array.from(base)
  if (letters.length <= longestName) return base
  const extension = /\.[^.]{1,16}$/u.exec(base)?.[0] ?? ''
  return letters.slice(0, longestName - Array.from(extension).length).join('') + extension
}
