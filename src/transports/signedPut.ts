import { checkHeaders } from '../engine/checkHeaders.ts'
import type { SignedPutCredential, Transport, TransportRequest } from '../engine/ports.ts'
import { checkCredentialUrl } from './checkCredentialUrl.ts'
import { checkSignedUrl } from './checkSignedUrl.ts'
import { isDevelopment } from './isDevelopment.ts'
import { sendUpload, type UploadOptions } from './sendUpload.ts'
import { typedBody } from './typedBody.ts'

export type SignedPutOptions = UploadOptions

/**
 * Sends the raw bytes in one request with exactly the headers of the credential. Content-Type follows `credential.contentType`;
 * to send none, the body is a slice without a type, since browsers would add the file's own.
 */
export function createSignedPutTransport(options: SignedPutOptions = {}): Transport<SignedPutCredential> {
  return {
    async send(request) {
      const { credential, meta } = request
      const url = checkCredentialUrl(credential.url)
      const headers = headersOf(credential)
      checkHeaders(headers, 'transfer')
      if (isDevelopment()) checkSignedUrl(url, credential, meta.size)
      return sendUpload(request, { method: credential.method, headers, body: bodyOf(request) }, options)
    },
  }
}

function headersOf({ contentType, headers }: SignedPutCredential): Readonly<Record<string, string>> {
  if (contentType !== 'none') return headers
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type'))
}

/** The body's type is what the browser sends unless a header says otherwise. */
function bodyOf({ credential, file, meta }: TransportRequest<SignedPutCredential>): Blob {
  if (credential.contentType === 'exact') return file
  return typedBody(file, credential.contentType === 'free' ? meta.contentType : '')
}
