import { canRetry, displayName } from '../../src/index.ts'
import type { LeftBehindItem, SubmitGateHandle } from '../../src/index.ts'

interface LeftBehindProps {
  items: readonly LeftBehindItem[]
  gate: SubmitGateHandle
}

/** Says which files would be missing from the reply and lets whoever sends it decide. */
export function LeftBehind({ items, gate }: LeftBehindProps) {
  const retryable = items.filter(canRetry)
  const isOne = items.length === 1
  const them = isOne ? 'it' : 'them'
  const names = new Intl.ListFormat('en').format(items.map((item) => `“${displayName(item.meta.name)}”`))

  return (
    <div className="left-behind" role="alert">
      <p>
        <strong>The reply was not sent.</strong> {names} {isOne ? 'is' : 'are'} not uploaded.
      </p>
      <p className="left-behind-actions">
        {retryable.length > 0 && (
          <button type="button" onClick={() => gate.retry()}>
            {retryable.length === 1 ? 'Try again, then send' : `Try all ${retryable.length} again, then send`}
          </button>
        )}
        <button type="button" onClick={() => gate.remove()} aria-label={`Remove ${names}`}>
          Remove {them}
        </button>
        <button type="button" onClick={() => void gate.submitWithout()} aria-label={`Send without ${names}`}>
          Send without {them}
        </button>
      </p>
    </div>
  )
}
