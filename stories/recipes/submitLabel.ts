import type { SubmitState } from '../../src/index.ts'

/** What the send button says while the form is on its way. */
export function submitLabel(state: SubmitState, rest = 'Send ticket'): string {
  if (state.status === 'submitting') return 'Sending…'
  if (state.status !== 'waiting') return rest
  if (state.hold === 'auth') return 'Waiting for you to sign in'
  return `Waiting for ${state.unfinished} of ${state.files} ${state.files === 1 ? 'file' : 'files'}`
}
