import type { BackendAdapter, SignedPutCredential } from '../../engine/ports.ts'
import { createSignedEndpointAdapter } from '../signed-endpoint/createAdapter.ts'
import type { SignedEndpointOptions } from '../signed-endpoint/createAdapter.ts'
import { rulesOfStore } from '../signed-endpoint/rulesOfStore.ts'

/** There are no forms: Azure takes a PUT under a shared access signature (SAS), or blocks. */
export type AzureBlobOptions = Omit<SignedEndpointOptions<'signed-put'>, 'kind'>

/**
 * What Azure takes: 5000 MiB in one Put Blob, 50 000 blocks of 4000 MiB.
 * Source: https://learn.microsoft.com/azure/storage/blobs/scalability-targets
 */
const limits = { whole: 5000 * 1024 ** 2, inParts: 50_000 * 4000 * 1024 ** 2 }

/**
 * Azure Blob Storage behind a backend that signs (`attachkit/server`, or your own with `@azure/storage-blob`):
 * `POST {endpoint}/sign` answers `{ url, key }` with the blob's URL and its SAS. No SDK comes into the page. Calls and replies
 * are those of `signed-endpoint`; Azure's own limits and the header that every Put Blob needs are added. A SAS binds no headers,
 * so the file's type goes along where the reply holds none.
 */
export function createAzureBlobAdapter(options: AzureBlobOptions): BackendAdapter<'signed-put'> {
  const endpoint = createSignedEndpointAdapter<'signed-put'>({ ...options, kind: 'signed-put' }, asBlockBlob)
  return { ...endpoint, name: 'azure-blob', rules: rulesOfStore(endpoint, limits) }
}

function asBlockBlob(credential: SignedPutCredential): SignedPutCredential {
  const { contentType, headers } = credential
  const isNamed = Object.keys(headers).some((name) => /^x-ms-blob-type$/i.test(name))
  return {
    ...credential,
    headers: isNamed ? headers : { ...headers, 'x-ms-blob-type': 'BlockBlob' },
    contentType: contentType === 'none' ? 'free' : contentType,
  }
}
