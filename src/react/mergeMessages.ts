import type { MessageOverrides, Messages } from '../messages/messages.ts'

/** A complete language with single texts of the embedder's over it. */
export function mergeMessages(base: Messages, overrides: MessageOverrides = {}): Messages {
  return mergeGroup(base, overrides)
}

function mergeGroup<Group extends object>(base: Group, overrides: object): Group {
  const merged = { ...base }
  for (const [key, text] of Object.entries<unknown>({ ...overrides })) {
    const below: unknown = Reflect.get(base, key)
    if (text !== undefined) Reflect.set(merged, key, isGroup(text) && isGroup(below) ? mergeGroup(below, text) : text)
  }
  return merged
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
