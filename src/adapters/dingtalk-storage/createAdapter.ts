import { lazyModule } from '../../engine/lazyModule.ts'
import type { BackendAdapter } from '../../engine/ports.ts'
import { lazyAdapter } from '../lazyAdapter.ts'
import type { BackendOptions } from '../request.ts'
import { checkDingtalkName } from './nameRules.ts'
import type { ConflictStrategy } from './wire.ts'

export interface DingtalkStorageOptions extends BackendOptions {
  /** The folder to upload to. @default 'root', for an endpoint that knows the folder itself */
  parentDentryUuid?: string | undefined
  /** The acting person. Left out: the endpoint adds it. */
  unionId?: string | undefined
  /** Of attachments whose commit did not tell theirs. */
  spaceId?: string | undefined
  /** What a name that is taken does. @default 'AUTO_RENAME': the stored name may differ from the file's */
  conflictStrategy?: ConflictStrategy | undefined
  /** Nearby storage, e.g. `SHANGHAI`. */
  preferRegion?: string | undefined
  /** Told of uploads that will not be committed; the vendor itself has no operation for it. */
  discard?: BackendAdapter['discardUpload'] | undefined
}

/**
 * DingTalk storage: header-signed PUT, then *Submit file*. The endpoint is the embedder's own: it adds the access token (and
 * the `unionId`) and returns the vendor's JSON unchanged.
 *
 * - `POST {endpoint}/v2.0/storage/spaces/files/{parentDentryUuid}/uploadInfos/query`
 * - `POST {endpoint}/v2.0/storage/spaces/files/{parentDentryUuid}/commit`
 * - `POST {endpoint}/v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/downloadInfos/query`
 *
 * An upload's handle is its `uploadKey`, an attachment's `{spaceId}:{dentryId}`.
 */
export function createDingtalkStorageAdapter(options: DingtalkStorageOptions): BackendAdapter<'signed-put'> {
  return lazyAdapter(
    {
      name: 'dingtalk-storage',
      capabilities: {
        list: false,
        download: true,
        discard: options.discard !== undefined,
        remove: false,
        verify: false,
      },
      rules: { checkName: checkDingtalkName },
    },
    lazyModule(() => import('./calls.ts').then((module) => module.createCalls(options))),
  )
}
