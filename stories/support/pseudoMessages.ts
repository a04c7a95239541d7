import { en } from '../../src/messages/en.ts'
import type { Messages } from '../../src/messages/messages.ts'

/** Longer by a third, as many languages are, and marked: what shows without marks did not come from the messages. */
function pseudo(text: string): string {
  return text === '' ? '' : `⟦${text}${'~'.repeat(Math.ceil(text.length / 3))}⟧`
}

function pseudoOf(value: unknown): unknown {
  if (typeof value === 'string') return pseudo(value)
  if (typeof value === 'function') return (args: unknown) => pseudo((value as (args: unknown) => string)(args))
  return Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, pseudoOf(inner)]))
}

/** A language that nobody speaks, to see which texts are not translated and where a longer language finds no room. */
export const pseudoMessages = { ...(pseudoOf(en) as Messages), locale: en.locale }
