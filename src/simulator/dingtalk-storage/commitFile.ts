import type { AppProperty, ConflictStrategy, Dentry } from '../../adapters/dingtalk-storage/wire.ts'
import type { VendorContext } from '../vendorContext.ts'
import type { DingtalkState, Upload } from './dingtalkState.ts'
import type { DingtalkStorageQuirks } from './quirks.ts'
import { dingtalkBucket } from './signResource.ts'

export interface CommitWish {
  upload: Upload
  name: string
  /** Compared with what is stored, where it is told. */
  size: number | undefined
  strategy: ConflictStrategy
  properties: AppProperty[]
}

/** The file a commit ends in, or the vendor's code for why there is none. */
export async function commitFile(
  { quirks, storage }: Pick<VendorContext<DingtalkStorageQuirks>, 'quirks' | 'storage'>,
  state: DingtalkState,
  wish: CommitWish,
): Promise<Dentry | string> {
  const { upload, strategy, properties } = wish
  const taken = await state.findByName(upload.parent, wish.name)
  if (taken && strategy === 'RETURN_DENTRY_IF_EXISTS') return taken.dentry
  if (upload.dentryId !== undefined) {
    const earlier = await state.findDentry(upload.dentryId)
    return quirks().commitIsIdempotent && earlier ? earlier.dentry : 'paramError.uploadKey'
  }
  if (taken && strategy === 'RETURN_ERROR_IF_EXISTS') return 'dentryNameConflict'
  const stored = await storage.head(dingtalkBucket, upload.key)
  if (!stored || (wish.size !== undefined && wish.size !== stored.size)) return 'dentryUploadError'
  const name = taken && strategy === 'AUTO_RENAME' ? await freeName(state, upload.parent, wish.name) : wish.name
  return state.addDentry(upload, { name, size: stored.size, properties })
}

/** `report(1).pdf` */
async function freeName(state: DingtalkState, parent: string, name: string): Promise<string> {
  const dot = name.lastIndexOf('.')
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
  for (let number = 1; ; number++) {
    const candidate = `${stem}(${number})${extension}`
    if (!(await state.findByName(parent, candidate))) return candidate
  }
}
