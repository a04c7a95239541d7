import { useRef, useState } from 'react'
import { HelpdeskError } from './helpdeskApi.ts'
import type { Reply, ReplyInput } from '../../src/dev-server/index.ts'
import { selectAttachments } from '../../src/index.ts'
import type { Item, Session } from '../../src/index.ts'

/** Where a reply is on its way. */
export type SubmitState =
  | { step: 'editing' }
  /** Files are still going; the reply follows them by itself. */
  | { step: 'waiting' }
  /** Some files will not be part of the reply: whoever sends it decides. */
  | { step: 'blocked' }
  | { step: 'sending' }
  | { step: 'refused'; message: string }
  | { step: 'sent' }

interface ReplySubmitOptions {
  session: Session
  vendor: string
  send: (input: ReplyInput) => Promise<Reply>
  onSent: (reply: Reply) => void | Promise<void>
}

/** Files that would silently be missing from the reply. Cancelled ones were given up on purpose. */
export function isLeftBehind(item: Item): boolean {
  return item.status === 'failed' || item.status === 'rejected'
}

/**
 * Sends a reply once: waits until no file is moving, stops at files that failed, and sends exactly the attachments that are
 * shown as done. A further click meanwhile does nothing; the same content is sent under the same idempotency key.
 */
export function useReplySubmit({ session, vendor, send, onSent }: ReplySubmitOptions) {
  const [state, setState] = useState<SubmitState>({ step: 'editing' })
  const run = useRef(0)
  const lastKey = useRef({ content: '', key: '' })

  async function submit(readText: () => string, { withoutFailed = false } = {}) {
    if (state.step === 'waiting' || state.step === 'sending') return
    const mine = ++run.current
    setState({ step: 'waiting' })
    const settled = await session.settled()
    if (run.current !== mine) return
    const hasLeftBehind = [...settled.items.values()].some(isLeftBehind)
    if (hasLeftBehind && !withoutFailed) return setState({ step: 'blocked' })
    const attachments = selectAttachments(settled)
    const body = readText()
    if (body.trim() === '' && attachments.length === 0) {
      return setState({ step: 'refused', message: 'Write a text or add a file first.' })
    }
    setState({ step: 'sending' })
    await deliver(body, attachments)
  }

  async function deliver(body: string, attachments: ReplyInput['attachments']) {
    try {
      const content = { body, attachments, ...(attachments.length > 0 ? { vendor } : {}) }
      const reply = await send({ ...content, idempotencyKey: keyFor(JSON.stringify(content)) })
      session.clear()
      setState({ step: 'sent' })
      await onSent(reply)
    } catch (error) {
      const reason = error instanceof HelpdeskError ? error.message : 'The reply could not be sent.'
      setState({ step: 'refused', message: `${reason} Your text and files are still here.` })
    }
  }

  function keyFor(content: string): string {
    if (lastKey.current.content !== content) lastKey.current = { content, key: crypto.randomUUID() }
    return lastKey.current.key
  }

  return {
    state,
    submit,
    /** Back to writing: the reply no longer follows its files. */
    stopWaiting: () => {
      run.current += 1
      setState({ step: 'editing' })
    },
  }
}
