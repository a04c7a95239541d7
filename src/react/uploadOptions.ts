import type { CredentialKind, Transports } from '../engine/ports.ts'
import type { LiveSessionOptions, SessionCallbacks, SessionOptions } from '../engine/sessionTypes.ts'
import type { UnmountPolicy } from './unmountPolicy.ts'

/** What `useSignedUpload` and `useFormPolicyUpload` take: the session's options, with the callbacks beside them. */
export interface UploadHookOptions<K extends CredentialKind = CredentialKind>
  extends Omit<SessionOptions, 'adapter' | 'transports' | 'callbacks'>, SessionCallbacks {
  /** May be a new object on each render. Another vendor's adapter (another `name`) begins another session. */
  adapter: SessionOptions<K>['adapter']
  /** @default the browser's XMLHttpRequest */
  transports?: Transports<K> | undefined
  /**
   * Names what is being written, e.g. a ticket's id. The session then lives in the nearest `AttachkitProvider`: it survives
   * unmount, remount and a changed key, and every hook with the same id shares it.
   */
  draftId?: string | undefined
  /** @default 'keep' with a `draftId`, 'cancel' without */
  unmount?: UnmountPolicy | undefined
}

/** The options that are pushed to a session after each render. */
export function liveOptions(options: Omit<UploadHookOptions, 'adapter' | 'transports'>): LiveSessionOptions {
  const { rules, concurrency, existing, autoUpload, overflow, duplicates } = options
  return { rules, concurrency, existing, autoUpload, overflow, duplicates, callbacks: callbacksOf(options) }
}

/** The callbacks alone, as a session takes them. */
export function callbacksOf(options: SessionCallbacks): SessionCallbacks {
  const { onAdd, onReject, onDone, onFail, onCancel, onAuthRequired, onMismatch } = options
  return { onAdd, onReject, onDone, onFail, onCancel, onAuthRequired, onMismatch }
}
