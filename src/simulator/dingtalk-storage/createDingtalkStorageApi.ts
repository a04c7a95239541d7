import type { AppProperty, ConflictStrategy } from '../../adapters/dingtalk-storage/wire.ts'
import { decodeSegment, readJsonBody } from '../readVendorCall.ts'
import { jsonAnswer, requestId } from '../vendorAnswer.ts'
import type { VendorApi, VendorCall, VendorContext } from '../vendorContext.ts'
import { commitFile } from './commitFile.ts'
import { createDingtalkState, spaceId } from './dingtalkState.ts'
import type { DingtalkStorageQuirks } from './quirks.ts'
import { signResource } from './signResource.ts'

type JsonBody = Readonly<Record<string, unknown>>

/** HTTP statuses of the documented table; what is not in it is a 400. */
const statuses: Readonly<Record<string, number>> = {
  permissionDenied: 403,
  spaceNotExist: 404,
  dentryNotExist: 404,
  systemError: 500,
  operationTimeout: 503,
}

/**
 * DingTalk storage as the embedder's endpoint passes it on: `.../v2.0/storage/spaces/files/{parent}/uploadInfos/query`,
 * `.../commit` and `.../v1.0/storage/spaces/{space}/dentries/{dentry}/downloadInfos/query`.
 */
export function createDingtalkStorageApi(context: VendorContext<DingtalkStorageQuirks>): VendorApi {
  const { now, quirks, storage } = context
  const state = createDingtalkState(storage, now)

  const describeError = (code: string, message: string) => ({ code, message, requestid: requestId() })
  const refused = (code: string) => jsonAnswer(describeError(code, code), statuses[code] ?? 400, now())
  const answered = (body: object) => jsonAnswer(quirks().envelope ? { result: body } : body, 200, now())

  async function queryUploadInfo(parent: string, body: JsonBody): Promise<Response> {
    const option = recordOf(body['option'])
    const { name, size } = recordOf(option['preCheckParam'])
    if (body['protocol'] !== 'HEADER_SIGNATURE') return refused('paramError.protocol')
    if ((option['storageDriver'] ?? 'DINGTALK') !== 'DINGTALK') return refused('paramError.storageDriver')
    if (typeof name === 'string' && !isGoodName(name)) return refused('paramError.name')
    if (typeof size === 'number' && size > quirks().quotaBytes) return refused('spaceQuotaInsufficient')
    const upload = await state.addUpload(parent, typeof name === 'string' ? name : '')
    const headerSignatureInfo = await signResource(context, 'PUT', upload.key)
    const named = quirks().resourceObjects ? { uploadId: upload.uploadKey } : { uploadKey: upload.uploadKey }
    return answered({ ...named, storageDriver: 'DINGTALK', protocol: 'HEADER_SIGNATURE', headerSignatureInfo })
  }

  async function commit(parent: string, body: JsonBody): Promise<Response> {
    const { uploadKey, name } = body
    const option = recordOf(body['option'])
    const upload = typeof uploadKey === 'string' ? await state.findUpload(uploadKey) : undefined
    if (!upload || upload.parent !== parent) return refused('paramError.uploadKey')
    if (typeof name !== 'string' || !isGoodName(name)) return refused('paramError.name')
    const outcome = await commitFile(context, state, {
      upload,
      name: name.trim(),
      size: typeof option['size'] === 'number' ? option['size'] : undefined,
      strategy: (option['conflictStrategy'] ?? 'AUTO_RENAME') as ConflictStrategy,
      properties: (option['appProperties'] ?? []) as AppProperty[],
    })
    return typeof outcome === 'string' ? refused(outcome) : answered({ dentry: outcome })
  }

  async function queryDownloadInfo(space: string, dentryId: string): Promise<Response> {
    if (space !== spaceId) return refused('spaceNotExist')
    const stored = await state.findDentry(dentryId)
    if (!stored) return refused('dentryNotExist')
    const headerSignatureInfo = await signResource(context, 'GET', stored.key)
    return answered({ protocol: 'HEADER_SIGNATURE', headerSignatureInfo })
  }

  const answers: Readonly<Record<Operation, (body: JsonBody, first: string, second: string) => Promise<Response>>> = {
    GetFileUploadInfo: (body, parent) => queryUploadInfo(parent, body),
    CommitFile: (body, parent) => commit(parent, body),
    GetFileDownloadInfo: (_body, space, dentryId) => queryDownloadInfo(space, dentryId),
  }

  return {
    operationOf: ({ url }) => routeOf(url)?.operation ?? 'Unknown',
    describeError,
    answer: async (call: VendorCall) => {
      const route = routeOf(call.url)
      if (!route || call.method !== 'POST') return refused('paramError')
      return answers[route.operation](await readJsonBody(call), route.first, route.second)
    },
  }
}

const routes = {
  GetFileUploadInfo: /\/v2\.0\/storage\/spaces\/files\/([^/]+)\/uploadInfos\/query$/,
  CommitFile: /\/v2\.0\/storage\/spaces\/files\/([^/]+)\/commit$/,
  GetFileDownloadInfo: /\/v1\.0\/storage\/spaces\/([^/]+)\/dentries\/([^/]+)\/downloadInfos\/query$/,
}
type Operation = keyof typeof routes

function routeOf({ pathname }: URL): { operation: Operation; first: string; second: string } | undefined {
  for (const [operation, pattern] of Object.entries(routes)) {
    const match = pattern.exec(pathname)
    if (!match) continue
    const [first = '', second = ''] = match.slice(1).map(decodeSegment)
    return { operation: operation as Operation, first, second }
  }
  return undefined
}

function recordOf(value: unknown): JsonBody {
  return typeof value === 'object' && value !== null ? (value as JsonBody) : {}
}

function isGoodName(name: string): boolean {
  return name.trim() !== '' && !/[\t*"<>|]/.test(name) && !name.trim().endsWith('.')
}
