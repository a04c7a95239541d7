import type { AppProperty, Dentry } from '../../adapters/dingtalk-storage/wire.ts'
import type { ObjectStorage } from '../object-store/objectStorage.ts'
import { extensionOf } from '../vendorAnswer.ts'
import { createVendorRecords } from '../vendorRecords.ts'

export const spaceId = '854000001'

export interface Upload {
  uploadKey: string
  parent: string
  /** Where the bytes go. */
  key: string
  /** Of the file it became: an upload is good for one. */
  dentryId?: string | undefined
}

export interface StoredDentry {
  dentry: Dentry
  key: string
}

/** What DingTalk remembers. Names are records of their own, so that a folder need not be read to find one taken. */
export interface DingtalkState {
  addUpload(parent: string, name: string): Promise<Upload>
  findUpload(uploadKey: string): Promise<Upload | undefined>
  findDentry(dentryId: string): Promise<StoredDentry | undefined>
  findByName(parent: string, name: string): Promise<StoredDentry | undefined>
  /** Makes the upload a file under that name, in place of whatever had it. */
  addDentry(upload: Upload, file: { name: string; size: number; properties: AppProperty[] }): Promise<Dentry>
}

export function createDingtalkState(storage: ObjectStorage, now: () => number): DingtalkState {
  const uploads = createVendorRecords<Upload>(storage, 'dingtalk-storage/uploads')
  const dentries = createVendorRecords<StoredDentry>(storage, 'dingtalk-storage/dentries')
  const names = createVendorRecords<string>(storage, 'dingtalk-storage/names')
  const nameId = (parent: string, name: string) => `${encodeURIComponent(parent)}/${encodeURIComponent(name)}`

  return {
    addUpload: async (parent, name) => {
      const uploadKey = crypto.randomUUID().replaceAll('-', '')
      const upload = { uploadKey, parent, key: `res/${crypto.randomUUID()}${extensionOf(name)}` }
      await uploads.save(uploadKey, upload)
      return upload
    },
    findUpload: (uploadKey) => uploads.load(uploadKey),
    findDentry: (dentryId) => dentries.load(dentryId),
    findByName: async (parent, name) => {
      const dentryId = await names.load(nameId(parent, name))
      return dentryId === undefined ? undefined : dentries.load(dentryId)
    },
    addDentry: async (upload, { name, size, properties }) => {
      const dentry = describeDentry(upload.parent, name, size, properties, new Date(now()).toISOString())
      await dentries.save(dentry.id, { dentry, key: upload.key })
      await names.save(nameId(upload.parent, name), dentry.id)
      await uploads.save(upload.uploadKey, { ...upload, dentryId: dentry.id })
      return dentry
    },
  }
}

/** Every member that the vendor's SDK knows. */
function describeDentry(parentId: string, name: string, size: number, properties: AppProperty[], at: string): Dentry {
  const time = at.replace(/\.\d+/, '')
  const known = {
    id: newDentryId(),
    uuid: crypto.randomUUID().replaceAll('-', ''),
    spaceId,
    parentId,
    type: 'FILE',
    name,
    size,
    path: `/${name}`,
    version: 1,
    status: 'NORMAL',
    extension: extensionOf(name).slice(1),
    category: 'OTHER',
    creatorId: 'union_id',
    modifierId: 'union_id',
    createTime: time,
    modifiedTime: time,
    properties: { readOnly: false },
    appProperties: { app: properties },
    partitionType: 'PUBLIC_OSS_PARTITION',
    storageDriver: 'DINGTALK',
  }
  return known
}

/** Digits, as the vendor's; random, so that a restart cannot give one twice. */
function newDentryId(): string {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  return String(BigInt(high) * 2n ** 32n + BigInt(low))
}
