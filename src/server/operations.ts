import type { ErrorCode } from '../engine/errors.ts'
import type { AttachmentRecord, AttachmentRecords } from './attachmentRecords.ts'
import { dispositionOf } from './dispositionOf.ts'
import { createObjectKey, isKeyOf } from './objectKey.ts'
import type { Body } from './readBody.ts'
import type { SignedUpload, SigningStore } from './signingStore.ts'

export interface FileToCheck {
  name: string
  /** Bytes. */
  size: number
  type: string
}

/** Why a file is not taken; the adapters know these words. */
export type RefusalCode = Extract<
  ErrorCode,
  'file-too-large' | 'file-too-small' | 'file-invalid-type' | 'file-invalid-name' | 'quota-exceeded' | 'forbidden'
>

/** What is sent back: a body, or a code with the status of a refusal. */
export type Answer = { status: 200; body: object } | { status: number; code: string }

interface OperationOptions {
  store: SigningStore
  records: AttachmentRecords
  maxBytes?: number | undefined
  checkFile?: ((file: FileToCheck) => RefusalCode | undefined) | undefined
  lifeSeconds?: number | undefined
  now: () => number
}

/** One call, for whoever owns `folder`. */
type Operation = (folder: string, body: Body) => Promise<Answer>

const done = (body: object): Answer => ({ status: 200, body })
const refuse = (status: number, code: string): Answer => ({ status, code })
const notFound = refuse(404, 'not-found')
const invalid = refuse(400, 'invalid-request')

/** What the server does, by the last part of the path. */
export function createOperations(options: OperationOptions) {
  const { store, records, maxBytes = 5 * 1024 ** 3, checkFile, lifeSeconds = 600, now } = options

  const sign: Operation = async (folder, body) => {
    const file = readFile(body)
    if (!file) return invalid
    if (file.size > maxBytes) return refuse(413, 'file-too-large')
    const code = checkFile?.(file)
    if (code) return refuse(422, code)
    const key = (await reusableKey(folder, body['previousKey'])) ?? createObjectKey(folder, file.name)
    const { size, type } = file
    const signed: SignedUpload = await store.signUpload({ key, size, type, md5: readMd5(body), lifeSeconds })
    return done({ ...signed, key, expiresIn: lifeSeconds })
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

  return { sign, commit, verify, list, download, discard, remove }
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
