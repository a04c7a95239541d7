import { selectHold, useSession } from '../../src/index.ts'
import type { Session } from '../../src/index.ts'

/** Shown while files wait for a new sign-in. The demo has no sign-in of its own: its button goes straight on. */
export function SignInNotice({ session }: { session: Session }) {
  const hold = useSession(session, selectHold)
  if (hold !== 'auth') return null
  return (
    <div className="left-behind" role="alert">
      <p>
        <strong>You were signed out.</strong> Your text and files are still here, and go on once you have signed in.
      </p>
      <p className="left-behind-actions">
        <button type="button" onClick={session.resume}>
          Sign in again
        </button>
      </p>
    </div>
  )
}
