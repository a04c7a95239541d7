import type { Stage } from '../../engine/errors.ts'
import { readFields } from '../readFields.ts'
import type { Fields } from '../readFields.ts'
import { refusalError } from '../vendorRefusal.ts'
import { backupErrors } from './errors.ts'

/**
 * `CreateTempFileUploadUrl` of hbr 2017-09-08, asked with `FileName` in the query.
 * @see https://www.alibabacloud.com/help/en/cloud-backup/developer-reference/api-hbr-2017-09-08-createtempfileuploadurl
 */
export interface CreateTempFileUploadUrlAnswer {
  Success: boolean
  /** `"200"`; a number in some answers. */
  Code: string | number
  Message: string
  RequestId: string
  BucketName: string
  /** A host without a scheme. */
  Endpoint: string
  TempFileKey: string
  OssAccessKeyId: string
  /** Base64 of the policy's JSON. */
  Policy: string
  Signature: string
  /** UNIX seconds. */
  ExpireTime: number
}

/** `GetTempFileDownloadLink` of hbr 2017-09-08, asked with `TempFileKey` in the query. */
export interface GetTempFileDownloadLinkAnswer {
  Success: boolean
  Code: string | number
  Message: string
  RequestId: string
  Url: string
}

/** What a form needs. */
export interface FormGrant {
  bucket: string
  endpoint: string
  key: string
  accessKeyId: string
  policy: string
  signature: string
  expireSeconds: number
}

export function readFormGrant(answer: unknown): FormGrant {
  const fields = readSuccess(answer, 'credentials')
  return {
    bucket: readHost(fields, 'BucketName', /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/),
    endpoint: readHost(fields, 'Endpoint', /^(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::\d{1,5})?$/i),
    key: fields.string('TempFileKey'),
    accessKeyId: fields.string('OssAccessKeyId'),
    policy: fields.string('Policy'),
    signature: fields.string('Signature'),
    expireSeconds: fields.number('ExpireTime'),
  }
}

export function readDownloadLink(answer: unknown): string {
  return readSuccess(answer, 'download').string('Url')
}

/** Bucket and endpoint become a host name, so nothing else may hide in them. */
function readHost(fields: Fields, name: string, fits: RegExp): string {
  const text = fields.string(name)
  if (!fits.test(text)) throw fields.refuse(name, 'is not part of a host name')
  return text
}

function readSuccess(answer: unknown, stage: Stage): Fields {
  const fields = readFields(answer, stage)
  const success = fields.boolean('Success')
  const code = fields.code('Code')
  if (success && code === '200') return fields
  const refusal = { storageCode: code, requestId: fields.optionalString('RequestId') }
  throw refusalError({ status: 200, refusal, codes: backupErrors.codes, stage })
}
