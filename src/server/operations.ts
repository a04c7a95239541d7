import type { AttachmentRecord, AttachmentRecords } from './attachmentRecords.ts'
import { dispositionOf } from './dispositionOf.ts'
import { createMultipartOperations } from './multipartOperations.ts'
import { createObjectKey, isKeyOf } from './objectKey.ts'
import {
  done,
  invalid,
  notFound,
  refuse,
  type Answer,
  type FileToCheck,
  type Operation,
  type RefusalCode,
} from './operation.ts'
import { isBody, type Body } from './readBody.ts'
import type { SignedUpload, SigningStore } from './signingStore.ts'

export interface OperationOptions {
  store: SigningStore
  records: AttachmentRecords
  maxBytes?: number | undefined
  checkFile?: ((file: FileToCheck) => RefusalCode | undefined) | undefined
  lifeSeconds?: number | undefined
  partSize?: number | undefined
  now: () => number
}

/** Signed in a moment; more is not what a page asks for. */
const maxBatchFiles = 100

/** What stores take in one request. */
const maxRequestBytes = 5 * 1024 ** 3

/** What the server does, by the end of the path. */
export function createOperations(options: OperationOptions): Readonly<Record<string, Operation>> {
  const { store, records, checkFile, lifeSeconds = 600, now } = options
  const { maxBytes = Number.POSITIVE_INFINITY, partSize = 8 * 1024 ** 2 } = options

  function admit(body: Body, maxStoreBytes: number): FileToCheck | Answer {
    const file = readFile(body)
    if (!file) return invalid
    if (file.size > Math.min(maxBytes, maxStoreBytes)) return refuse(413, 'file-too-large')
    const code = checkFile?.(file)
    return code ? refuse(422, code) : file
  }

  const sign: Operation = async (folder, body) => {
    const file = admit(body, maxRequestBytes)
    if ('status' in file) return file
    const key = (await reusableKey(folder, body['previousKey'])) ?? createObjectKey(folder, file.name)
    const { size, type } = file
    const signed: SignedUpload = await store.signUpload({ key, size, type, md5: readMd5(body), lifeSeconds })
    return done({ ...signed, key, expiresIn: lifeSeconds })
  }

  /** A file that is not taken gets none: it is asked for alone when its turn has come, and told why. */
  const batch: Operation = async (folder, { files }) => {
    if (!Array.isArray(files) || files.length > maxBatchFiles) return invalid
    const answers = await Promise.all(files.map(async (file: unknown) => (isBody(file) ? sign(folder, file) : invalid)))
    return done({ uploads: answers.map((answer) => ('body' in answer ? answer.body : null)) })
  }

  /** The same object again, unless it has become an attachment meanwhile. */
  async function reusableKey(folder: string, key: unknown): Promise<string | undefined> {
    return isKeyOf(folder, key) && !(await records.find(key)) ? key : undefined
  }

  const commit: Operation = async (folder, body) => {
    const { handle } = body
    const file = readFile(body)
    if (!file) return invalid
    if (!isKeyOf(folder, handle)) return notFound
    const earlier = await records.find(handle)
    if (earlier) return done(earlier)
    const stored = await store.head(handle)
    if (!stored) return notFound
    const code =
      stored.size > maxBytes ? 'file-too-large' : stored.size === file.size ? undefined : 'integrity-mismatch'
    if (code) {
      await store.remove(handle)
      return refuse(422, code)
    }
    const createdAt = new Date(now()).toISOString()
    const record: AttachmentRecord = { handle, name: file.name, size: stored.size, contentType: file.type, createdAt }
    return done(await records.save(record))
  }

  const verify: Operation = async (folder, { handle, size }) => {
    const stored = isKeyOf(folder, handle) ? await store.head(handle) : undefined
    return done({ stored: stored !== undefined && stored.size === size })
  }

  /** Of the folder itself: what lies in folders below it belongs to others. */
  const list: Operation = async (folder) => {
    const found = await records.list(folder)
    return done({ attachments: found.filter(({ handle }) => isKeyOf(folder, handle)) })
  }

  const download: Operation = async (folder, { handle, filename, disposition }) => {
    const record = isKeyOf(folder, handle) ? await records.find(handle) : undefined
    if (!record) return notFound
    const name = typeof filename === 'string' && filename !== '' ? filename : record.name
    const saved = dispositionOf(disposition, name, record.contentType)
    const url = await store.signDownload({ key: record.handle, disposition: saved, lifeSeconds })
    return done({ url, expiresIn: lifeSeconds })
  }

  /** For an upload that did not become an attachment; one that did stays. */
  const discard: Operation = async (folder, { handle }) => {
    if (isKeyOf(folder, handle) && !(await records.find(handle))) await store.remove(handle)
    return done({})
  }

  const remove: Operation = async (folder, { handle }) => {
    if (!isKeyOf(folder, handle)) return notFound
    await store.remove(handle)
    await records.remove(handle)
    return done({})
  }

  const { multipart } = store
  const inParts = multipart
    ? createMultipartOperations({
        multipart,
        partSize,
        lifeSeconds,
        admit,
        isAttached: async (key) => (await records.find(key)) !== undefined,
        sizeOf: async (key) => (await store.head(key))?.size,
        createKey: createObjectKey,
        remove: (key) => store.remove(key),
      })
    : {}
  return { sign, batch, commit, verify, list, download, discard, remove, ...inParts }
}

function readFile({ name, size, type }: Body): FileToCheck | undefined {
  if (typeof name !== 'string' || name === '' || name.length > 1000) return undefined
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return undefined
  return { name, size, type: typeof type === 'string' && mediaType.test(type) ? type : 'application/octet-stream' }
}

/** Parameters are taken too; line ends and other characters that would break a header are not. */
const mediaType = /^[\w.+-]{1,100}\/[\w.+-]{1,100}(;[\x20-\x7e]{1,100})?$/

function readMd5({ checksums }: Body): string | undefined {
  const md5: unknown =
    typeof checksums === 'object' && checksums !== null && 'md5' in checksums ? checksums.md5 : undefined
  return typeof md5 === 'string' && /^[\w+/]{22}==$/.test(md5) ? md5 : undefined
}
