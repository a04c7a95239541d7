import { createSignedPutTransport } from '../../src/transports/signedPut.ts'
import { createFormPostTransport } from '../../src/transports/formPost.ts'
import { fileMeta } from '../../src/engine/fileMeta.ts'
import type { FormPolicyCredential, SignedPutCredential } from '../../src/engine/ports.ts'

/** What a test asks of the page: one transfer, by the kit's own transport, with a credential the vendor's SDK signed. */
async function send(credential: SignedPutCredential | FormPolicyCredential, text: string, type: string) {
  const file = new File([text], 'report.txt', { type })
  const request = { file, meta: fileMeta(file), signal: new AbortController().signal, onProgress: () => {} }
  const receipt =
    credential.kind === 'signed-put'
      ? await createSignedPutTransport().send({ ...request, credential })
      : await createFormPostTransport().send({ ...request, credential })
  return receipt.status
}

declare global {
  interface Window {
    vendorSdk: { send: typeof send }
  }
}

window.vendorSdk = { send }
