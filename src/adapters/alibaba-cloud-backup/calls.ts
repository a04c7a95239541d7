import type {
  DownloadCredential,
  DownloadRequest,
  Expiry,
  FormPolicyCredential,
  UploadRequest,
} from '../../engine/ports.ts'
import { bindsFilename } from '../bindsFilename.ts'
import type { AdapterCalls } from '../lazyAdapter.ts'
import { readPolicyExpiration } from '../policyExpiry.ts'
import { requestJson } from '../request.ts'
import { checkHost, checkStoreUrl } from '../storeUrl.ts'
import { readUrlExpiry } from '../urlExpiry.ts'
import type { AlibabaCloudBackupOptions } from './createAdapter.ts'
import { backupErrors } from './errors.ts'
import { readDownloadLink, readFormGrant } from './wire.ts'
import type { FormGrant } from './wire.ts'

/** The calls of Cloud Backup. */
export function createCalls(options: AlibabaCloudBackupOptions): AdapterCalls<'form-policy'> {
  async function requestUpload({ file, previousHandle, signal }: UploadRequest): Promise<FormPolicyCredential> {
    const query = { FileName: file.name, TempFileKey: previousHandle }
    const call = { path: 'CreateTempFileUploadUrl', query, stage: 'credentials', signal } as const
    const answer = await requestJson(options, call, backupErrors)
    const grant = readFormGrant(answer.json)
    return {
      kind: 'form-policy',
      handle: grant.key,
      url: checkStoreUrl(formUrl(options, grant), 'Endpoint', 'credentials'),
      headers: {},
      fields: formFields(grant, options.extraFields),
      fileField: 'file',
      expiry: formExpiry(grant, answer.serverNowMs),
    }
  }

  async function requestDownload({ attachment, signal }: DownloadRequest): Promise<DownloadCredential> {
    const query = { TempFileKey: attachment.handle }
    const call = { path: 'GetTempFileDownloadLink', query, stage: 'download', signal } as const
    const answer = await requestJson(options, call, backupErrors)
    const url = checkStoreUrl(readDownloadLink(answer.json), 'Url', 'download')
    return { url, headers: {}, expiry: readUrlExpiry(url, answer.serverNowMs), bindsFilename: bindsFilename(url) }
  }

  return {
    requestUpload,
    commitUpload: async ({ handle, file }) => ({
      handle,
      name: file.name,
      size: file.size,
      contentType: file.contentType,
    }),
    requestDownload,
    discardUpload: async (request) => options.discard?.(request),
  }
}

function formUrl({ formUrl: build, scheme }: AlibabaCloudBackupOptions, grant: FormGrant): string {
  const bucket = checkHost(grant.bucket, 'BucketName', 'credentials')
  const endpoint = checkHost(grant.endpoint, 'Endpoint', 'credentials')
  if (build) return build({ bucket, endpoint })
  const host = endpoint.replace(/:\d+$/, '')
  const isLocal = host === 'localhost' || host.endsWith('.localhost') || host.startsWith('127.')
  const origin = `${scheme ?? (isLocal ? 'http' : 'https')}://`
  return /^[\d.]+$/.test(host) ? `${origin}${endpoint}/${bucket}/` : `${origin}${bucket}.${endpoint}/`
}

/** The policy's conditions are not documented, so nothing goes in that it may not name; names differ from the answer's by case. */
function formFields(
  grant: FormGrant,
  extraFields: FormPolicyCredential['fields'] = [],
): FormPolicyCredential['fields'] {
  return [
    ['key', grant.key],
    ['OSSAccessKeyId', grant.accessKeyId],
    ['policy', grant.policy],
    ['Signature', grant.signature],
    ...extraFields,
  ]
}

/** Signature and policy each have an end; the earlier one counts. */
function formExpiry({ expireSeconds, policy }: FormGrant, serverNowMs: number | undefined): Expiry {
  const atMs = Math.min(expireSeconds * 1000, readPolicyExpiration(policy) ?? Number.POSITIVE_INFINITY)
  return { atMs, serverNowMs }
}
