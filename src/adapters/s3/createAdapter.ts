import type { BackendAdapter, CredentialKind } from '../../engine/ports.ts'
import { createSignedEndpointAdapter } from '../signed-endpoint/createAdapter.ts'
import type { SignedEndpointOptions } from '../signed-endpoint/createAdapter.ts'
import { rulesOfStore } from '../signed-endpoint/rulesOfStore.ts'

export interface S3Options<K extends CredentialKind = CredentialKind> extends SignedEndpointOptions<K> {
  /**
   * The store's ETag is the MD5 of the bytes, so that an upload can be checked by it. Not so with KMS encryption, nor on every
   * compatible store. @default false
   */
  etagIsMd5?: boolean | undefined
}

/** What S3 takes: 5 GiB in one PUT or form, 5 TiB in parts. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html */
const limits = { whole: 5 * 1024 ** 3, inParts: 5 * 1024 ** 4 }

/**
 * S3 and compatible stores behind a backend that signs (`attachkit/server`, or your own with the AWS SDK's presigners):
 * `POST {endpoint}/sign` answers `{ url, headers?, key }` for a PUT or `{ url, fields, key }` for a form. No SDK comes into the
 * page. Calls and replies are those of `signed-endpoint`; S3's own limits and its ETag are added.
 */
export function createS3Adapter<K extends CredentialKind = CredentialKind>(options: S3Options<K>): BackendAdapter<K> {
  const { etagIsMd5 = false } = options
  const endpoint = createSignedEndpointAdapter(options, (credential) => ({ ...credential, etagIsMd5 }))
  return { ...endpoint, name: 's3', rules: rulesOfStore(endpoint, limits) }
}
