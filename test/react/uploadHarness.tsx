import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, type RenderHookOptions } from '@testing-library/react'
import { useEffect, type ReactNode } from 'react'
import { vi } from 'vitest'
import type { SignedPutCredential } from '../../src/engine/ports.ts'
import type { Session, SessionState } from '../../src/engine/sessionTypes.ts'
import { AttachkitProvider } from '../../src/react/AttachkitProvider.tsx'
import { useSession } from '../../src/react/useSession.ts'
import type { SignedUploadOptions } from '../../src/react/useSignedUpload.ts'
import { useSignedUpload } from '../../src/react/useSignedUpload.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import { createScriptedTransport } from '../../src/testing/scriptedTransport.ts'

/** An adapter and a transport that the test answers, and options that use them and publish progress at once. */
export function createUploadDoubles(answers?: Parameters<typeof createScriptedAdapter>[0]) {
  const adapter = createScriptedAdapter(answers)
  const transport = createScriptedTransport<SignedPutCredential>()
  const options: SignedUploadOptions = { adapter, transports: { 'signed-put': transport }, progressIntervalMs: 0 }
  return { adapter, transport, options }
}

/** A React Query client and the kit's provider around the children. */
export function createWrapper(client = new QueryClient({ mutationCache: new MutationCache() })) {
  return function Wrapper({ children }: { children: ReactNode }) {
    return (
      <QueryClientProvider client={client}>
        <AttachkitProvider>{children}</AttachkitProvider>
      </QueryClientProvider>
    )
  }
}

/** Renders `useSignedUpload`; pass options to `rerender` to change them. */
export function renderUpload(
  initialProps: SignedUploadOptions,
  options: Omit<RenderHookOptions<SignedUploadOptions>, 'initialProps'> = { wrapper: createWrapper() },
) {
  return renderHook((props: SignedUploadOptions) => useSignedUpload(props), { initialProps, ...options })
}

export function createFile(name = 'report.pdf', size = 100): File {
  return new File([new Uint8Array(size)], name, { type: 'application/pdf', lastModified: made++ })
}

/** No two files were saved in the same millisecond. */
let made = 1

/** The words of all items, in order. */
export function statusesOf(state: SessionState): string[] {
  return [...state.items.values()].map(({ status }) => status)
}

/** What React and the kit say to the console while a test runs. */
export function watchConsole() {
  const error = vi.spyOn(console, 'error')
  const warn = vi.spyOn(console, 'warn')
  return () => [...error.mock.calls, ...warn.mock.calls]
}

/** Lets state changes reach React as in an app, instead of demanding that the test wrap each in `act`. */
export function updateLikeAnApp() {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
}

/** Shows the statuses of its session as text and tells the test which session it has. */
export function Uploader({ onSession, ...options }: SignedUploadOptions & { onSession?: (upload: Session) => void }) {
  const upload = useSignedUpload(options)
  const statuses = useSession(upload, (state) => statusesOf(state).join(' '))
  useEffect(() => {
    onSession?.(upload)
  }, [onSession, upload])
  return <output>{statuses}</output>
}
