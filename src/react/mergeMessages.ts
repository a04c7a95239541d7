import type { MessageOverrides, Messages } from '../messages/messages.ts'

/** A complete language with single texts of the embedder's over it. */
export function mergeMessages(base: Messages, overrides: MessageOverrides = {}): Messages {
  return mergeGroup({ ...base }, { ...overrides }) as unknown as Messages
}

type Group = Readonly<Record<string, unknown>>

function mergeGroup(base: Group, overrides: Group): Group {
  const merged: Record<string, unknown> = { ...base }
  for (const [key, text] of Object.entries(overrides)) {
    const below = base[key]
    if (text !== undefined) merged[key] = isGroup(text) && isGroup(below) ? mergeGroup(below, text) : text
  }
  return merged
}

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null
}
