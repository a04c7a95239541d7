import { checkHeaders } from '../engine/checkHeaders.ts'
import { UploadError } from '../engine/errors.ts'
import { hasContentType } from '../engine/hasContentType.ts'
import type { FormPolicyCredential, Transport, TransportRequest } from '../engine/ports.ts'
import { checkCredentialUrl } from './checkCredentialUrl.ts'
import { checkPolicy } from './policyPreflight.ts'
import { sendUpload, type UploadOptions } from './sendUpload.ts'
import { typedBody } from './typedBody.ts'

export interface FormPostOptions extends UploadOptions {
  /**
   * A form post needs no preflight unless its progress is watched. `false` gives progress up for buckets whose rules let a
   * simple POST pass and refuse the preflight.
   * @default true
   */
  reportsProgress?: boolean | undefined
}

/** Sends a form: the credential's fields in order and verbatim, then the file. What its policy cannot pass is not sent at all. */
export function createFormPostTransport(options: FormPostOptions = {}): Transport<FormPolicyCredential> {
  return {
    async send(request) {
      const { credential, meta } = request
      checkCredentialUrl(credential.url)
      refuseContentType(credential.headers)
      checkHeaders(credential.headers, 'transfer')
      const violation = checkPolicy(credential, meta)
      if (violation) throw violation
      const { reportsProgress } = options
      return sendUpload(
        request,
        { method: 'POST', headers: credential.headers, body: formOf(request), reportsProgress },
        options,
      )
    },
  }
}

/** Only the browser knows the boundary it will write. */
function refuseContentType(headers: Readonly<Record<string, string>>): void {
  if (!hasContentType(headers)) return
  throw new UploadError({
    code: 'header-forbidden',
    stage: 'transfer',
    hint: 'The credential of a form holds a Content-Type header, which would replace the one with the boundary; leave it out.',
  })
}

/** The file goes last: storage ignores fields after it. */
function formOf({ credential, file, meta }: TransportRequest<FormPolicyCredential>): FormData {
  const form = new FormData()
  for (const [name, value] of credential.fields) form.append(name, value)
  form.append(credential.fileField, typedBody(file, meta.contentType), meta.name)
  return form
}
