import { lazyModule } from '../../engine/lazyModule.ts'
import type { BatchSigner, CredentialKind } from '../../engine/ports.ts'
import type { CredentialChange, SignedEndpointOptions } from './createAdapter.ts'

/** Small enough to be signed in a moment, and used up before it is old. */
const maxFiles = 32

/** Signs many small files in one call; the code that asks is loaded with the first one. */
export function lazyBatch<K extends CredentialKind>(
  options: SignedEndpointOptions<K>,
  change: CredentialChange<K>,
): BatchSigner<K> {
  const { load } = lazyModule(async () => (await import('./signBatch.ts')).signBatch)
  return { maxFiles, requestUploads: async (request) => (await load('credentials'))(options, change, request) }
}
