import type { BatchRequest, CredentialKind, CredentialOf } from '../../engine/ports.ts'
import { readFields } from '../readFields.ts'
import { requestJson } from '../request.ts'
import type { CredentialChange, SignedEndpointOptions } from './createAdapter.ts'
import { endpointErrors } from './errors.ts'
import { readCredential } from './readCredential.ts'
import type { BatchBody } from './wire.ts'

/** `POST {endpoint}/batch`: a reply for each file, in order; null, or one that cannot be used, for a file that is asked for alone. */
export async function signBatch<K extends CredentialKind>(
  options: SignedEndpointOptions<K>,
  change: CredentialChange<K>,
  { files, signal }: BatchRequest,
): Promise<readonly (CredentialOf<K> | undefined)[]> {
  const body: BatchBody = {
    files: files.map(({ file: { name, size, contentType: type, lastModified } }) => ({
      name,
      size,
      type,
      lastModified,
    })),
  }
  const call = { path: 'batch', json: body, stage: 'credentials', signal } as const
  const { json, serverNowMs } = await requestJson(options, call, endpointErrors)
  const replies = readFields(json, 'credentials').list('uploads')
  return files.map(({ file, itemId }, at) => {
    try {
      return change(readCredential(replies[at], { file, itemId, serverNowMs }, options.kind))
    } catch {
      return undefined
    }
  })
}
