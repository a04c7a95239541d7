import { createOssStore } from '../../server/ossStore.ts'
import { createS3Store } from '../../server/s3Store.ts'
import type { SigningStore } from '../../server/signingStore.ts'
import type { VendorContext } from '../vendorContext.ts'
import type { SignedEndpointQuirks } from './quirks.ts'
import { signFormReply, signPutReply, uploadBucket } from './signReply.ts'

/**
 * The store that a hand-written signer signs for: its uploads are signed with quirks, all else as the kit's server does it. The
 * server's own calls are answered at once: faults are for the page's.
 */
export function createQuirkyStore(context: VendorContext<SignedEndpointQuirks>): SigningStore {
  const { accessKey, callStore, now, quirks, region, storage, storeUrl } = context
  const { reply, signature } = quirks()
  const place = { endpoint: storeUrl, bucket: uploadBucket, region, accessKey, now, fetch: callStore }
  // Service workers do not see the Content-Length that a signature would bind.
  const store =
    signature === 's3' ? createS3Store({ ...place, bindsSize: false }) : createOssStore({ ...place, signature })
  return {
    ...store,
    signUpload: ({ key, type }) => (reply === 'form' ? signFormReply(context, key) : signPutReply(context, key, type)),
    head: (key) => storage.head(uploadBucket, key),
    remove: async (key) => void (await storage.delete(uploadBucket, key)),
  }
}
