import type { QueryClient } from '@tanstack/react-query'
import { MutationObserver } from '@tanstack/react-query'
import type { Stage } from '../engine/errors.ts'
import { isAbortError, toUploadError, UploadError } from '../engine/errors.ts'
import type {
  Attachment,
  CommitRequest,
  Credential,
  DownloadCredential,
  DownloadRequest,
  UploadRequest,
} from '../engine/ports.ts'
import { callMutationKey } from './cacheKeys.ts'

/** What the mutation cache may keep of a call: names, sizes and handles. Never a URL, a header, a form field or a body. */
type CallFacts = Readonly<Record<string, string | number>>

/** A call of an adapter that is under way; its result goes to the caller alone. */
export type ObservedCall =
  | { operation: 'requestUpload'; request: UploadRequest; running: Promise<Credential> }
  | { operation: 'commitUpload'; request: CommitRequest; running: Promise<Attachment> }
  | { operation: 'requestDownload'; request: DownloadRequest; running: Promise<DownloadCredential> }
  | { operation: 'removeAttachment'; request: { attachment: Attachment }; running: Promise<void> }

/**
 * Lets the app's `MutationCache`, devtools and global handlers watch a call. The mutation mirrors the call and does not carry
 * it: a global handler that throws or never returns can neither fail nor stall an upload, and the result (a credential)
 * never enters the cache. A cancelled call ends as a success with `outcome: 'cancelled'`, as nothing failed.
 */
export async function mirrorCall(client: QueryClient, adapterName: string, call: ObservedCall): Promise<void> {
  const { stage, variables, result } = describeCall(call)
  // An observer, because a mutation nobody observes polls for its own removal until it settles when `gcTime` is 0.
  const observer = new MutationObserver<CallFacts, UploadError, CallFacts>(client, {
    mutationKey: callMutationKey(adapterName, call.operation),
    meta: { source: 'attachkit', adapter: adapterName, operation: call.operation },
    mutationFn: () =>
      result.then(
        (facts) => ({ outcome: 'done', ...facts }),
        (thrown: unknown) => cancelledOrFailed(thrown, stage),
      ),
    retry: false,
    networkMode: 'always',
    gcTime: 0,
  })
  try {
    await observer.mutate(variables)
  } catch {
    // Told to the cache's handlers already; the caller has the error from the call itself.
  } finally {
    observer.reset()
  }
}

interface CallDescription {
  stage: Stage
  /** Becomes the mutation's `variables`. */
  variables: CallFacts
  /** Becomes the mutation's `data`. */
  result: Promise<CallFacts>
}

function describeCall(call: ObservedCall): CallDescription {
  switch (call.operation) {
    case 'requestUpload': {
      const { itemId, file, attempt } = call.request
      const result = call.running.then(({ kind, handle }) => ({ kind, handle }))
      return { stage: 'credentials', variables: { itemId, name: file.name, size: file.size, attempt }, result }
    }
    case 'commitUpload': {
      const { itemId, file, handle } = call.request
      const result = call.running.then((committed) => ({ handle: committed.handle }))
      return { stage: 'commit', variables: { itemId, name: file.name, size: file.size, handle }, result }
    }
    case 'requestDownload': {
      const { attachment, filename } = call.request
      const { handle } = attachment
      return { stage: 'download', variables: { handle, name: filename }, result: call.running.then(() => ({ handle })) }
    }
    case 'removeAttachment': {
      const { handle, name } = call.request.attachment
      return { stage: 'commit', variables: { handle, name }, result: call.running.then(() => ({ handle })) }
    }
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
