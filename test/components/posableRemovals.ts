import { act } from '@testing-library/react'
import { createRemovals } from '../../src/engine/removals.ts'
import type { Removals } from '../../src/engine/removalTypes.ts'
import type { Attachment } from '../../src/engine/ports.ts'

/** A real removal store whose backend answers as the test says; every change is rendered. */
export function removalsDouble(answer: (attachment: Attachment) => Promise<void> = async () => {}) {
  const removed: string[] = []
  const removals = createRemovals({
    adapter: {
      capabilities: { list: true, download: true, discard: true, remove: true, verify: true },
      async removeAttachment({ attachment }) {
        await answer(attachment)
        removed.push(attachment.name)
      },
    },
    retry: { maxRetries: 0 },
  })
  const rendered: Removals = {
    ...removals,
    subscribe: (listener) => removals.subscribe(() => act(listener)),
  }
  return { removals: rendered, removed }
}
