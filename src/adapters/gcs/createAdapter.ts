import type { BackendAdapter, CredentialKind } from '../../engine/ports.ts'
import { createSignedEndpointAdapter } from '../signed-endpoint/createAdapter.ts'
import type { SignedEndpointOptions } from '../signed-endpoint/createAdapter.ts'
import { rulesOfStore } from '../signed-endpoint/rulesOfStore.ts'

export type GcsOptions<K extends CredentialKind = CredentialKind> = SignedEndpointOptions<K>

/** What Cloud Storage takes, in one request and in a session. Source: https://cloud.google.com/storage/quotas#objects */
const limits = { whole: 5 * 1024 ** 4, inParts: 5 * 1024 ** 4 }

/**
 * Google Cloud Storage behind a backend that signs (`attachkit/server`, or your own with `@google-cloud/storage`):
 * `POST {endpoint}/sign` answers `{ url, headers?, key }` for a PUT or `{ url, fields, key }` for a form. No SDK comes into the
 * page. Calls and replies are those of `signed-endpoint`. A large file goes through a resumable session, whose parts the store
 * takes one after another.
 */
export function createGcsAdapter<K extends CredentialKind = CredentialKind>(options: GcsOptions<K>): BackendAdapter<K> {
  const endpoint = createSignedEndpointAdapter(options)
  return {
    ...endpoint,
    name: 'gcs',
    rules: rulesOfStore(endpoint, limits),
    multipart: endpoint.multipart && { ...endpoint.multipart, isSequential: true },
  }
}
