import { hasContentType } from '../../engine/hasContentType.ts'
import { checkHeaders } from '../../engine/checkHeaders.ts'
import type {
  Attachment,
  CommitRequest,
  DownloadCredential,
  DownloadRequest,
  Expiry,
  SignedPutCredential,
  UploadRequest,
} from '../../engine/ports.ts'
import { bindsFilename } from '../bindsFilename.ts'
import type { AdapterCalls } from '../lazyAdapter.ts'
import { pathSegment } from '../pathSegment.ts'
import { requestJson } from '../request.ts'
import type { BackendCall } from '../request.ts'
import { checkStoreUrl } from '../storeUrl.ts'
import { readUrlExpiry } from '../urlExpiry.ts'
import type { DingtalkStorageOptions } from './createAdapter.ts'
import { dingtalkErrors } from './errors.ts'
import { readDentry, readDownloadInfo, readUploadInfo } from './wire.ts'
import type { CommitBody, ConflictStrategy, Resource, SignedResources, StoredDentry } from './wire.ts'

/** The calls of DingTalk storage. */
export function createCalls(options: DingtalkStorageOptions): AdapterCalls<'signed-put'> {
  const folder = `v2.0/storage/spaces/files/${encodeURIComponent(options.parentDentryUuid ?? 'root')}`
  /** Commits that were tried: the answer to the last try may have been lost after the vendor acted on it. */
  const triedCommits = new Set<string>()

  const call = (path: string, rest: Pick<BackendCall, 'json' | 'stage' | 'signal'>) =>
    requestJson(options, { path, query: { unionId: options.unionId }, ...rest }, dingtalkErrors)

  async function requestUpload({ attempt, file, signal }: UploadRequest): Promise<SignedPutCredential> {
    const { size, name } = file
    const option = {
      storageDriver: 'DINGTALK',
      preCheckParam: { size, name },
      preferRegion: options.preferRegion,
      // The vendor's default prefers addresses that only its customer's own network reaches.
      preferIntranet: false,
    }
    const json = { protocol: 'HEADER_SIGNATURE', option }
    const answer = await call(`${folder}/uploadInfos/query`, { json, stage: 'credentials', signal })
    const info = readUploadInfo(answer.json)
    const resource = info.resources[(attempt - 1) % info.resources.length] as Resource
    const url = checkStoreUrl(resource.url, 'resourceUrls', 'credentials')
    return {
      kind: 'signed-put',
      method: 'PUT',
      handle: info.uploadKey,
      url,
      ...signedHeaders(resource.headers),
      expiry: expiryOf(info, url, answer.serverNowMs),
      etagIsMd5: true,
    }
  }

  async function commitUpload(request: CommitRequest): Promise<Attachment> {
    const strategy = options.conflictStrategy ?? 'AUTO_RENAME'
    const { idempotencyKey } = request
    const earlier = triedCommits.has(idempotencyKey) ? await findCommitted(request) : undefined
    triedCommits.add(idempotencyKey)
    return attachmentOf(earlier ?? (await commit(request, strategy)), request)
  }

  /** Asks for whatever stands under the name, and takes it only if it carries this upload's mark. */
  async function findCommitted(request: CommitRequest): Promise<StoredDentry | undefined> {
    const found = await commit(request, 'RETURN_DENTRY_IF_EXISTS')
    return found.propertyValues.includes(request.idempotencyKey) ? found : undefined
  }

  async function commit({ file, handle, idempotencyKey, signal }: CommitRequest, conflictStrategy: ConflictStrategy) {
    const mark = { name: 'attachkit', value: idempotencyKey, visibility: 'PRIVATE' } as const
    const option = { size: file.size, conflictStrategy, appProperties: [mark] }
    const json: CommitBody = { uploadKey: handle, name: file.name, option }
    return readDentry((await call(`${folder}/commit`, { json, stage: 'commit', signal })).json, options.spaceId)
  }

  async function requestDownload({ attachment, signal }: DownloadRequest): Promise<DownloadCredential> {
    const [spaceId = '', dentryId = ''] = attachment.handle.split(':').map((part) => pathSegment(part, 'download'))
    const path = `v1.0/storage/spaces/${spaceId}/dentries/${dentryId}/downloadInfos/query`
    const answer = await call(path, { json: { option: { preferIntranet: false } }, stage: 'download', signal })
    const info = readDownloadInfo(answer.json)
    const { url: received, headers } = info.resources[0] as Resource
    const url = checkStoreUrl(received, 'resourceUrls', 'download')
    return {
      url,
      headers: checkHeaders(headers, 'download'),
      expiry: expiryOf(info, url, answer.serverNowMs),
      bindsFilename: bindsFilename(url),
    }
  }

  return {
    requestUpload,
    commitUpload,
    requestDownload,
    discardUpload: async (request) => options.discard?.(request),
  }
}

/** The headers exactly as handed out. The vendor's samples set an empty Content-Type; a browser's way to that is to send none. */
function signedHeaders(
  received: Readonly<Record<string, string>>,
): Pick<SignedPutCredential, 'headers' | 'contentType'> {
  const isEmptyType = ([name, value]: [string, string]) => name.toLowerCase() === 'content-type' && value === ''
  const headers = Object.fromEntries(Object.entries(received).filter((header) => !isEmptyType(header)))
  const hasType = hasContentType(headers)
  return { headers: checkHeaders(headers, 'credentials'), contentType: hasType ? 'exact' : 'none' }
}

function expiryOf(
  { expirationSeconds }: SignedResources,
  url: string,
  serverNowMs: number | undefined,
): Expiry | undefined {
  if (expirationSeconds === undefined) return readUrlExpiry(url, serverNowMs)
  return { afterMs: expirationSeconds * 1000 }
}

function attachmentOf(dentry: StoredDentry, { file }: CommitRequest): Attachment {
  return {
    handle: `${dentry.spaceId}:${dentry.id}`,
    name: dentry.name,
    size: dentry.size ?? file.size,
    contentType: file.contentType,
    createdAt: dentry.createTime,
  }
}
