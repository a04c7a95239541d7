import { canRetry, useSession } from '../../src/index.ts'
import type { Item, Session, SessionState } from '../../src/index.ts'
import { isLeftBehind } from './useReplySubmit.ts'

interface LeftBehindProps {
  session: Session
  onSendWithout: () => void
}

/** Says which files would be missing from the reply and lets whoever sends it decide. */
export function LeftBehind({ session, onSendWithout }: LeftBehindProps) {
  const items = useSession(session, selectLeftBehind, haveSameItems)
  if (items.length === 0) return null
  const retryable = items.filter(canRetry)
  const isOne = items.length === 1
  const them = isOne ? 'it' : 'them'
  const names = new Intl.ListFormat('en').format(items.map((item) => `“${item.meta.name}”`))

  return (
    <div className="left-behind" role="alert">
      <p>
        <strong>The reply was not sent.</strong> {names} {isOne ? 'is' : 'are'} not uploaded.{' '}
        {retryable.length > 0 ? 'Retry or remove' : 'Remove'} {them} in the list above, or send the reply without {them}
        .
      </p>
      <p className="left-behind-actions">
        {retryable.length > 0 && (
          <button type="button" onClick={() => retryable.forEach((item) => session.retry(item.id))}>
            {retryable.length === 1 ? 'Try again' : `Try all ${retryable.length} again`}
          </button>
        )}
        <button type="button" onClick={onSendWithout} aria-label={`Send without ${names}`}>
          Send without {them}
        </button>
      </p>
    </div>
  )
}

function selectLeftBehind(state: SessionState): readonly Item[] {
  return [...state.items.values()].filter(isLeftBehind)
}

function haveSameItems(before: readonly Item[], after: readonly Item[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index])
}
