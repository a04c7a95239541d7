import type { Stage } from '../../engine/errors.ts'
import { isRecord, readFields } from '../readFields.ts'
import type { Fields } from '../readFields.ts'

/**
 * `POST /v2.0/storage/spaces/files/{parentDentryUuid}/uploadInfos/query`.
 * @see https://open.dingtalk.com/document/development/get-file-upload-information
 */
export interface UploadInfoAnswer {
  uploadKey: string
  storageDriver?: string
  protocol?: string
  headerSignatureInfo: HeaderSignatureInfo
}

/** Where to send the bytes, or to fetch them from, and with which headers. */
export interface HeaderSignatureInfo {
  /** Objects with `url` and `headers` of their own in the answer that the vendor's command line tool reads. */
  resourceUrls: string[] | { url: string; headers?: Record<string, string> }[]
  headers?: Record<string, string>
  /** Relative to the answer. */
  expirationSeconds?: number
  region?: string
  /** To be ignored, says the vendor. */
  internalResourceUrls?: string[]
}

export type ConflictStrategy = 'AUTO_RENAME' | 'OVERWRITE' | 'RETURN_DENTRY_IF_EXISTS' | 'RETURN_ERROR_IF_EXISTS'

export interface AppProperty {
  name: string
  value: string
  visibility: 'PUBLIC' | 'PRIVATE'
}

/** Body of `POST /v2.0/storage/spaces/files/{parentDentryUuid}/commit`. */
export interface CommitBody {
  uploadKey: string
  name: string
  option: { size: number; conflictStrategy: ConflictStrategy; appProperties?: AppProperty[] }
}

/** The file as DingTalk knows it; more members than these come and are not needed. */
export interface Dentry {
  id: string
  spaceId: string
  uuid?: string
  /** May differ from the name that was asked for. */
  name: string
  size?: number
  createTime?: string
  /** By the app that set them. */
  appProperties?: Record<string, AppProperty[]>
}

export interface Resource {
  url: string
  headers: Readonly<Record<string, string>>
}

export interface SignedResources {
  resources: readonly Resource[]
  expirationSeconds: number | undefined
}

export function readUploadInfo(answer: unknown): SignedResources & { uploadKey: string } {
  const fields = openResult(answer, 'credentials')
  return { uploadKey: fields.firstString('uploadKey', 'uploadId'), ...readResources(fields) }
}

export function readDownloadInfo(answer: unknown): SignedResources {
  return readResources(openResult(answer, 'download'))
}

export interface StoredDentry {
  id: string
  spaceId: string
  name: string
  size: number | undefined
  createTime: string | undefined
  /** Values of every property that any app set. */
  propertyValues: readonly string[]
}

/** @param spaceId of answers that tell none */
export function readDentry(answer: unknown, spaceId: string | undefined): StoredDentry {
  const fields = openResult(answer, 'commit')
  const dentry = fields.optionalObject('dentry') ?? fields
  return {
    id: dentry.code('id'),
    spaceId: !dentry.has('spaceId') && spaceId !== undefined ? spaceId : dentry.code('spaceId'),
    name: dentry.string('name'),
    size: dentry.optionalNumber('size'),
    createTime: dentry.optionalString('createTime'),
    propertyValues: readPropertyValues(dentry.optionalObject('appProperties')?.values() ?? []),
  }
}

/** Some answers come inside `result`. */
function openResult(answer: unknown, stage: Stage): Fields {
  const fields = readFields(answer, stage)
  return fields.optionalObject('result') ?? fields
}

function readResources(fields: Fields): SignedResources {
  const protocol = fields.optionalString('protocol')
  if (protocol !== undefined && protocol !== 'HEADER_SIGNATURE')
    throw fields.refuse('protocol', 'is not HEADER_SIGNATURE')
  const info = fields.optionalObject('headerSignatureInfo') ?? fields
  const shared = info.optionalStrings('headers') ?? {}
  const entries = info.list('resourceUrls')
  if (entries.length === 0) throw info.refuse('resourceUrls', 'is empty')
  const resources = entries.map((entry, index) => {
    if (typeof entry === 'string') return { url: entry, headers: shared }
    const own = info.entry('resourceUrls', index)
    return { url: own.string('url'), headers: own.optionalStrings('headers') ?? shared }
  })
  return { resources, expirationSeconds: info.optionalNumber('expirationSeconds') }
}

function readPropertyValues(lists: readonly unknown[]): string[] {
  return lists
    .flat()
    .flatMap((property) => (isRecord(property) && typeof property['value'] === 'string' ? [property['value']] : []))
}
