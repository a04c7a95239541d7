import type { QueryClient } from '@tanstack/react-query'
import { MutationObserver } from '@tanstack/react-query'
import type { Stage } from '../engine/errors.ts'
import { isAbortError, toUploadError, UploadError } from '../engine/errors.ts'
import type { ObservedOperation } from './cacheKeys.ts'
import { callMutationKey } from './cacheKeys.ts'

/** What the mutation cache may keep of a call: names, sizes and handles. Never a URL, a header, a form field or a body. */
export type CallFacts = Readonly<Record<string, string | number>>

export interface ObservedCall<T> {
  adapterName: string
  operation: ObservedOperation
  stage: Stage
  /** Becomes the mutation's `variables`. */
  variables: CallFacts
  /** The call itself; its result goes to the caller alone. */
  run: () => Promise<T>
  /** Makes the mutation's `data` out of the result. */
  summarise: (result: T) => CallFacts
}

/**
 * Runs a call and lets the app's `MutationCache`, devtools and global handlers watch it. The mutation mirrors the call and
 * does not carry it: a global handler that throws or never returns can neither fail nor stall an upload, and the result
 * (a credential) never enters the cache. A cancelled call ends as a success with `outcome: 'cancelled'`, as nothing failed.
 */
export async function observeCall<T>(client: QueryClient, call: ObservedCall<T>): Promise<T> {
  const running = call.run()
  void mirror(client, call, running)
  return running
}

async function mirror<T>(client: QueryClient, call: ObservedCall<T>, running: Promise<T>): Promise<void> {
  // An observer, because a mutation nobody observes polls for its own removal until it settles when `gcTime` is 0.
  const observer = new MutationObserver<CallFacts, UploadError, CallFacts>(client, {
    mutationKey: callMutationKey(call.adapterName, call.operation),
    meta: { source: 'attachkit', adapter: call.adapterName, operation: call.operation },
    mutationFn: () =>
      running.then(
        (result) => ({ outcome: 'done', ...call.summarise(result) }),
        (thrown: unknown) => cancelledOrFailed(thrown, call.stage),
      ),
    retry: false,
    networkMode: 'always',
    gcTime: 0,
  })
  try {
    await observer.mutate(call.variables)
  } catch {
    // Told to the cache's handlers already; the caller has the error from the call itself.
  } finally {
    observer.reset()
  }
}

function cancelledOrFailed(thrown: unknown, stage: Stage): CallFacts {
  if (isAbortError(thrown)) return { outcome: 'cancelled' }
  throw withoutCause(toUploadError(thrown, stage))
}

/** A cause may be anything, also an answer or a message that holds a signed URL. */
function withoutCause(error: UploadError): UploadError {
  const { code, stage, retryable, status, storageCode, requestId, hint, limitBytes, retryAfterMs } = error
  return new UploadError({ code, stage, retryable, status, storageCode, requestId, hint, limitBytes, retryAfterMs })
}
