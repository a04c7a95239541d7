import { isRecord } from './isRecord.ts'
import { readJsonMembers } from './readPageCall.ts'

/** What a page asks of DingTalk storage. */
export type DingtalkCall =
  | {
      operation: 'GetFileUploadInfo'
      parentDentryUuid: string
      name: string
      size: number
      preferRegion?: string | undefined
    }
  | {
      operation: 'CommitFile'
      parentDentryUuid: string
      uploadKey: string
      name: string
      size: number
      conflictStrategy: 'AUTO_RENAME' | 'OVERWRITE' | 'RETURN_DENTRY_IF_EXISTS' | 'RETURN_ERROR_IF_EXISTS'
      /** The kit's mark, by which it knows its own file again after a lost answer. */
      mark?: string | undefined
    }
  | { operation: 'GetFileDownloadInfo'; spaceId: string; dentryId: string }

type Members = Readonly<Record<string, unknown>>

const paths: readonly [DingtalkCall['operation'], RegExp][] = [
  ['GetFileUploadInfo', /\/v2\.0\/storage\/spaces\/files\/([\w-]+)\/uploadInfos\/query$/],
  ['CommitFile', /\/v2\.0\/storage\/spaces\/files\/([\w-]+)\/commit$/],
  ['GetFileDownloadInfo', /\/v1\.0\/storage\/spaces\/([\w-]+)\/dentries\/([\w-]+)\/downloadInfos\/query$/],
]

const strategies = ['AUTO_RENAME', 'OVERWRITE', 'RETURN_DENTRY_IF_EXISTS', 'RETURN_ERROR_IF_EXISTS'] as const

/** Reads what the operation needs and nothing besides: a page cannot turn a file into an online document by a stray member. */
export async function readDingtalkCall(request: Request): Promise<DingtalkCall | 'invalid' | undefined> {
  const { pathname } = new URL(request.url)
  const [operation, pattern] = paths.find(([, each]) => each.test(pathname)) ?? []
  if (!operation || !pattern || request.method !== 'POST') return undefined
  const [, first = '', second = ''] = pattern.exec(pathname) ?? []
  const body = await readJsonMembers(request)
  if (!body) return 'invalid'
  if (operation === 'GetFileDownloadInfo') return { operation, spaceId: first, dentryId: second }
  return operation === 'CommitFile' ? readCommit(first, body) : readUpload(first, body)
}

function readUpload(parentDentryUuid: string, body: Members): DingtalkCall | 'invalid' {
  const option = membersOf(body['option'])
  const { name, size } = membersOf(option['preCheckParam'])
  if (!isText(name) || !isSize(size)) return 'invalid'
  const region = option['preferRegion']
  const preferRegion = isText(region) ? region : undefined
  return { operation: 'GetFileUploadInfo', parentDentryUuid, name, size, preferRegion }
}

function readCommit(parentDentryUuid: string, body: Members): DingtalkCall | 'invalid' {
  const { name, uploadKey } = body
  const option = membersOf(body['option'])
  const { size, appProperties } = option
  const wish = option['conflictStrategy'] ?? 'AUTO_RENAME'
  const conflictStrategy = strategies.find((strategy) => strategy === wish)
  if (!isText(name) || !isText(uploadKey) || !isSize(size) || !conflictStrategy) return 'invalid'
  const [property] = Array.isArray(appProperties) ? appProperties.map(membersOf) : []
  const mark = isText(property?.['value']) ? property['value'] : undefined
  return { operation: 'CommitFile', parentDentryUuid, uploadKey, name, size, conflictStrategy, mark }
}

const membersOf = (value: unknown): Members => (isRecord(value) ? value : {})
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 1000
const isSize = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
