import type { Reply, ReplyInput } from '../../src/dev-server/index.ts'
import { useSubmitGate } from '../../src/index.ts'
import type { Session, SubmitGateHandle } from '../../src/index.ts'
import { HelpdeskError } from './helpdeskApi.ts'

interface ReplyGateOptions {
  session: Session
  vendor: string
  text: string
  send: (input: ReplyInput) => Promise<Reply>
  onSent: () => void
}

/** Sends a reply once, when its files have settled. */
export function useReplyGate({ session, vendor, text, send, onSent }: ReplyGateOptions): SubmitGateHandle {
  return useSubmitGate({
    upload: session,
    readContent: () => text,
    async onSubmit({ content: body, attachments, idempotencyKey }) {
      const hasFiles = attachments.length > 0
      if (body.trim() === '' && !hasFiles) throw new EmptyReply()
      await send({ body, attachments: [...attachments], idempotencyKey, ...(hasFiles ? { vendor } : {}) })
      onSent()
    },
  })
}

/** The sentence to show when a reply was refused. */
export function refusalSentence(error: unknown): string {
  if (error instanceof EmptyReply) return 'Write a text or add a file first.'
  const reason = error instanceof HelpdeskError ? error.message : 'The reply could not be sent.'
  return `${reason} Your text and files are still here.`
}

class EmptyReply extends Error {
  override readonly name = 'EmptyReply'
}
