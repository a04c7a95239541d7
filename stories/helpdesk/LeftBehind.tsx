import type { Item } from '../../src/engine/item.ts'
import { canRetry } from '../../src/engine/selectors.ts'
import type { Session, SessionState } from '../../src/engine/sessionTypes.ts'
import { useSession } from '../../src/react/useSession.ts'
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
  const names = new Intl.ListFormat('en').format(items.map((item) => `“${item.meta.name}”`))

  return (
    <div className="left-behind" role="alert">
      <p>
        <strong>The reply was not sent.</strong> {names} {items.length === 1 ? 'is' : 'are'} not uploaded. Retry or remove{' '}
        {items.length === 1 ? 'it' : 'them'} in the list above, or send the reply without.
      </p>
      <p className="left-behind-actions">
        {retryable.length > 0 && (
          <button type="button" onClick={() => retryable.forEach((item) => session.retry(item.id))}>
            {retryable.length === 1 ? 'Try again' : `Try all ${retryable.length} again`}
          </button>
        )}
        <button type="button" onClick={onSendWithout} aria-label={`Send without ${names}`}>
          Send without {items.length === 1 ? 'it' : 'them'}
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
