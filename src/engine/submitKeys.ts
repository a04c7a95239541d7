import { createId } from './createId.ts'
import type { Attachment } from './ports.ts'

/** The idempotency key of a submission: it stays until the content or the files are others, or were accepted. */
export interface SubmitKeys {
  /** @param content serialisable */
  readonly keyFor: (content: unknown, attachments: readonly Attachment[]) => string
  /** What was sent was accepted: the same words once more are another submission. */
  readonly renew: () => void
}

export function createSubmitKeys(): SubmitKeys {
  let last: { said: string; key: string } | undefined
  return {
    keyFor(content, attachments) {
      const said = JSON.stringify([content, attachments.map(({ handle, name }) => [handle, name])])
      if (last?.said !== said) last = { said, key: createId() }
      return last.key
    },
    renew: () => void (last = undefined),
  }
}
