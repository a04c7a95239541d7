import type { SubmitGateHandle } from '../../src/index.ts'

interface LeftBehindProps {
  state: SubmitGateHandle['state']
  gate: Pick<SubmitGateHandle, 'retry' | 'remove' | 'submitWithout' | 'stopWaiting'>
}

/** Files that would be missing, by name, and the three ways on; and why a form that was refused was. */
export function LeftBehind({ state, gate }: LeftBehindProps) {
  if (state.status === 'refused') {
    return (
      <p className="recipe-alert" role="alert">
        {state.error instanceof Error ? state.error.message : 'It was not sent.'} Your text and files are still here.
      </p>
    )
  }
  if (state.status !== 'blocked') return null
  const names = state.items.map(({ meta }) => meta.name)
  const canRetry = state.items.some(({ status }) => status === 'failed')
  return (
    <div className="recipe-alert" role="alert">
      <p>
        {new Intl.ListFormat('en').format(names)} {names.length === 1 ? 'is' : 'are'} not attached and would be missing.
      </p>
      <div className="recipe-actions">
        {canRetry && (
          <button type="button" onClick={() => gate.retry()}>
            Retry
          </button>
        )}
        <button type="button" onClick={() => gate.remove()}>
          Remove
        </button>
        <button type="button" onClick={() => void gate.submitWithout()}>
          Send without
        </button>
      </div>
    </div>
  )
}
