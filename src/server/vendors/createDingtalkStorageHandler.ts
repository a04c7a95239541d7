import { askVendor, type VendorReply } from './callVendor.ts'
import { createVendorHandler, passOn, type VendorHandlerOptions } from './createVendorHandler.ts'
import { dingtalkRefusals } from './dingtalkRefusals.ts'
import { createDingtalkToken, type DingtalkApp } from './dingtalkToken.ts'
import { readDingtalkCall, type DingtalkCall } from './readDingtalkCall.ts'
import { refusalOf } from './refusals.ts'
import { VendorFailure } from './vendorFailure.ts'

/** For whom DingTalk acts, and where. */
export interface DingtalkActor {
  /** Of the person. */
  unionId: string
  /** The folder of their uploads, whatever the page names; a page that names another one is refused. */
  parentDentryUuid: string
}

export interface DingtalkStorageHandlerOptions extends VendorHandlerOptions<DingtalkCall, DingtalkActor> {
  /** The app's pair. @default read from the environment */
  app?: DingtalkApp | undefined
  /** @default 'https://api.dingtalk.com'; 'https://api.dingtalk.io' is the international one */
  endpoint?: string | undefined
  /** Let a page replace a file by its name (`OVERWRITE`). @default false */
  allowsOverwrite?: boolean | undefined
}

const vendor = 'DingTalk'

/**
 * The other side of the adapter `dingtalk-storage`: fetches and keeps the app's access token, adds the acting person, and passes
 * DingTalk's JSON on unchanged. Mount it under any path that ends as the vendor's do: `.../v2.0/storage/spaces/files/{folder}/
 * uploadInfos/query` and `/commit`, `.../v1.0/storage/spaces/{space}/dentries/{dentry}/downloadInfos/query`. The pair is read
 * from `DINGTALK_CLIENT_ID` and `DINGTALK_CLIENT_SECRET`.
 * @see https://open.dingtalk.com/document/development/get-file-upload-information
 *
 * @example
 * export const POST = createDingtalkStorageHandler({ authorize: (request, call) => actorOf(request, call) })
 */
export function createDingtalkStorageHandler(
  options: DingtalkStorageHandlerOptions,
): (request: Request) => Promise<Response> {
  const { allowsOverwrite = false, now = Date.now } = options
  const endpoint = (options.endpoint ?? 'https://api.dingtalk.com').replace(/\/+$/, '')
  const token = createDingtalkToken({ ...options, endpoint, now })

  async function ask(call: DingtalkCall, actor: DingtalkActor, signal: AbortSignal): Promise<VendorReply> {
    const { operation } = call
    const accessToken = await token.current()
    const url = `${endpoint}/${pathOf(call, actor)}?unionId=${encodeURIComponent(actor.unionId)}`
    const headers = {
      accept: 'application/json',
      'content-type': 'application/json',
      'x-acs-dingtalk-access-token': accessToken,
    }
    const body = JSON.stringify(bodyOf(call))
    const reply = await askVendor({ vendor, operation, url, method: 'POST', headers, body, signal }, options)
    if (reply.status < 300) return reply
    const { code, requestid: requestId } = reply.json
    if (code === 'InvalidAuthentication') token.forget(accessToken)
    throw refusalOf({ vendor, operation, status: reply.status, code, requestId, refusals: dingtalkRefusals })
  }

  /** A token can end before its time, by another server of the same app: one more is fetched, and no third. */
  async function askTwice(call: DingtalkCall, actor: DingtalkActor, signal: AbortSignal): Promise<VendorReply> {
    try {
      return await ask(call, actor, signal)
    } catch (error) {
      if (error instanceof VendorFailure && error.code === 'InvalidAuthentication') return ask(call, actor, signal)
      throw error
    }
  }

  return createVendorHandler<DingtalkCall, DingtalkActor>(
    {
      read: readDingtalkCall,
      describe: ({ code, message, requestId }) => ({ code, message, requestid: requestId }),
      answer: async (call, actor, { signal }) => {
        const refusal = refusedHere(call, actor, allowsOverwrite)
        if (refusal) throw refusal
        const { json, status, date } = await askTwice(call, actor, signal)
        return passOn(json, status, date)
      },
    },
    options,
  )
}

/** `root` is a page's word for whatever folder the server knows. */
function refusedHere(call: DingtalkCall, actor: DingtalkActor, allowsOverwrite: boolean): VendorFailure | undefined {
  const { operation } = call
  const refuse = (sentence: string) =>
    new VendorFailure({ vendor, operation, code: 'permissionDenied', status: 403, sentence })
  if (call.operation === 'GetFileDownloadInfo') return undefined
  const { parentDentryUuid } = call
  if (parentDentryUuid !== 'root' && parentDentryUuid !== actor.parentDentryUuid) {
    return refuse('The page names another folder than authorize gave.')
  }
  const isOverwrite = call.operation === 'CommitFile' && call.conflictStrategy === 'OVERWRITE'
  return isOverwrite && !allowsOverwrite ? refuse('Pages may not overwrite: see allowsOverwrite.') : undefined
}

function pathOf(call: DingtalkCall, { parentDentryUuid }: DingtalkActor): string {
  if (call.operation === 'GetFileDownloadInfo') {
    return `v1.0/storage/spaces/${call.spaceId}/dentries/${call.dentryId}/downloadInfos/query`
  }
  const folder = `v2.0/storage/spaces/files/${encodeURIComponent(parentDentryUuid)}`
  return call.operation === 'CommitFile' ? `${folder}/commit` : `${folder}/uploadInfos/query`
}

/** `preferIntranet` is true by default, and would give addresses that no browser reaches. */
function bodyOf(call: DingtalkCall): object {
  if (call.operation === 'GetFileDownloadInfo') return { option: { preferIntranet: false } }
  const { name, size } = call
  if (call.operation === 'GetFileUploadInfo') {
    const { preferRegion } = call
    const option = { storageDriver: 'DINGTALK', preCheckParam: { size, name }, preferRegion, preferIntranet: false }
    return { protocol: 'HEADER_SIGNATURE', option }
  }
  const { conflictStrategy, mark, uploadKey } = call
  const appProperties = mark === undefined ? undefined : [{ name: 'attachkit', value: mark, visibility: 'PRIVATE' }]
  return { uploadKey, name, option: { size, conflictStrategy, appProperties } }
}
