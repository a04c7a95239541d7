'use client'
import type { FormPolicyCredential, Transports } from '../engine/ports.ts'
import type { Session } from '../engine/sessionTypes.ts'
import { lazyTransport } from '../transports/lazyTransport.ts'
import type { UploadHookOptions } from './uploadOptions.ts'
import { useUpload } from './useUpload.ts'

export type FormPolicyUploadOptions = UploadHookOptions<FormPolicyCredential['kind']>

/**
 * Uploads files as multipart forms: a POST policy of OSS or S3, or a proxy of your own that takes a form.
 *
 * @returns the session, the same one on every render: give it to components as `upload`
 * @example
 * const upload = useFormPolicyUpload({ adapter: createAlibabaCloudBackupAdapter({ endpoint: '/api/backup' }) })
 */
export function useFormPolicyUpload(options: FormPolicyUploadOptions): Session {
  return useUpload(options, createTransports)
}

function createTransports(): Transports<'form-policy'> {
  return {
    'form-policy': lazyTransport(() =>
      import('../transports/formPost.ts').then((module) => module.createFormPostTransport()),
    ),
  }
}
