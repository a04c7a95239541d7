'use client'
import { useEffect } from 'react'
import type { BackendAdapter, CredentialKind, Transports } from '../engine/ports.ts'
import { createSession } from '../engine/session.ts'
import type { Session } from '../engine/sessionTypes.ts'
import { createBrowserConnectivity } from '../transports/browserConnectivity.ts'
import { callbacksOf, liveOptions, type UploadHookOptions } from './uploadOptions.ts'
import { useKeptSession } from './useKeptSession.ts'
import { useObservedAdapter } from './useObservedAdapter.ts'
import { whenIdle } from './whenIdle.ts'

/** What the upload hooks share: one session, created once, with the latest options pushed after each render. */
export function useUpload<K extends CredentialKind>(
  options: UploadHookOptions<K>,
  createTransports: () => Transports<K>,
): Session {
  const adapter = useObservedAdapter(options.adapter)
  const session = useKeptSession({
    vendor: adapter.name,
    draftId: options.draftId,
    unmount: options.unmount ?? (options.draftId === undefined ? 'cancel' : 'keep'),
    create: () =>
      createSession({
        ...options,
        adapter,
        transports: options.transports ?? createTransports(),
        connectivity: options.connectivity ?? createBrowserConnectivity(),
        callbacks: callbacksOf(options),
      }),
  })
  // After every render, so that a callback is never an older one. The session ignores what has not changed. It takes an
  // adapter of any kind: which kinds it can send was settled when it was created.
  useEffect(() => session.configure({ ...liveOptions(options), adapter: adapter as BackendAdapter }))

  useEffect(() => void session.restore(), [session])

  // Now the network works; what a failure needs must be here before it.
  useEffect(() => whenIdle(session.warm), [session])

  return session
}
