import { signBlobSas, type AzureAccount, type BlobSasGrant } from '../signing/azure/blobSas.ts'
import { percentEncodePath } from '../signing/encoding.ts'
import { createAzureBlocks } from './azureBlocks.ts'
import { deleteObject, headObject } from './callObject.ts'
import type { SigningStore, StoreOptions } from './signingStore.ts'

export interface AzureStoreOptions extends Omit<StoreOptions, 'upload'> {
  account: AzureAccount
  container: string
  /** @default `https://{account}.blob.core.windows.net`; an emulator's has the account in its path */
  endpoint?: string | undefined
}

const ownLifeSeconds = 60
/** A SAS that starts now is refused by servers whose clocks are behind. */
const earlyMs = 5 * 60_000

/**
 * Azure Blob. A SAS binds the blob and the action alone, so sizes are checked when an upload is committed, and not before; and
 * until it ends, whoever holds it may write the blob again.
 */
export function createAzureStore(options: AzureStoreOptions): SigningStore {
  const { account, container, now = Date.now, fetch } = options
  const endpoint = options.endpoint ?? `https://${account.name}.blob.core.windows.net`
  const protocol = endpoint.startsWith('https:') ? 'https' : 'https,http'

  async function sign(
    key: string,
    permissions: string,
    lifeSeconds: number,
    more: Pick<BlobSasGrant, 'contentDisposition'> = {},
  ): Promise<string> {
    const [startsAt, expiresAt] = [now() - earlyMs, now() + lifeSeconds * 1000]
    const grant = { container, blob: key, permissions, startsAt, expiresAt, protocol, ...more } as const
    return `${endpoint}/${container}/${percentEncodePath(key)}?${await signBlobSas(grant, account)}`
  }

  return {
    signUpload: async ({ key, type, md5, lifeSeconds }) => ({
      method: 'PUT',
      url: await sign(key, 'cw', lifeSeconds),
      headers: {
        'x-ms-blob-type': 'BlockBlob',
        'Content-Type': type,
        ...(md5 === undefined ? {} : { 'Content-MD5': md5 }),
      },
    }),
    signDownload: ({ key, disposition, lifeSeconds }) =>
      sign(key, 'r', lifeSeconds, { contentDisposition: disposition }),
    head: async (key) => headObject(await sign(key, 'r', ownLifeSeconds), fetch),
    remove: async (key) => void (await deleteObject(await sign(key, 'd', ownLifeSeconds), fetch)),
    multipart: createAzureBlocks({ sign, fetch }),
  }
}
