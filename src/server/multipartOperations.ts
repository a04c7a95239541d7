import { isKeyOf } from './objectKey.ts'
import type { MultipartStore } from './multipartStore.ts'
import { done, invalid, notFound, refuse, type Answer, type FileToCheck, type Operation } from './operation.ts'
import { planParts, readPlan, type PartPlan } from './partPlan.ts'
import type { Body } from './readBody.ts'

export interface MultipartContext {
  multipart: MultipartStore
  /** Bytes of a part, where the file's size leaves a choice. */
  partSize: number
  lifeSeconds: number
  /** The file of a body, or why it is not taken. */
  admit: (body: Body, maxBytes: number) => FileToCheck | Answer
  /** Whether the key has become an attachment. */
  isAttached: (key: string) => Promise<boolean>
  /** Bytes of the object; undefined when there is none. */
  sizeOf: (key: string) => Promise<number | undefined>
  createKey: (folder: string, name: string) => string
  remove: (key: string) => Promise<void>
}

/** What a page may say about an upload that it has begun, found in order. */
interface Claim {
  key: string
  uploadId: string
  file: FileToCheck
  plan: PartPlan
}

/** Stores take parts of up to 5 GiB; ten thousand of them are more than any store takes. */
const maxTotalBytes = 5 * 1024 ** 4

/** What the server does for uploads in parts, by the last two parts of the path. */
export function createMultipartOperations(context: MultipartContext): Record<string, Operation> {
  const { multipart, lifeSeconds, admit, isAttached, sizeOf } = context

  function readClaim(folder: string, body: Body): Claim | Answer {
    const { handle: key, uploadId, partSize } = body
    const file = admit(body, maxTotalBytes)
    if ('status' in file) return file
    if (!isKeyOf(folder, key) || !isUploadId(uploadId)) return notFound
    const plan = readPlan(file.size, partSize, multipart)
    return plan ? { key, uploadId, file, plan } : invalid
  }

  /** Always for a fresh key: an upload in parts that is finished late must not replace what is an attachment by then. */
  const begin: Operation = async (folder, body) => {
    const file = admit(body, maxTotalBytes)
    if ('status' in file) return file
    const { name, size, type } = file
    const { partSize } = planParts(size, context.partSize, multipart)
    const key = context.createKey(folder, name)
    return done({ key, uploadId: await multipart.begin({ key, size, type }), partSize })
  }

  const part: Operation = async (folder, body) => {
    const claim = readClaim(folder, body)
    if ('status' in claim) return claim
    const { key, uploadId, file, plan } = claim
    const { partNumber } = body
    if (!isPartNumber(partNumber, plan)) return invalid
    if (await isAttached(key)) return notFound
    const offset = (partNumber - 1) * plan.partSize
    const size = Math.min(plan.partSize, file.size - offset)
    const signed = await multipart.signPart({
      key,
      uploadId,
      partNumber,
      offset,
      size,
      totalSize: file.size,
      lifeSeconds,
    })
    return signed ? done({ ...signed, key, expiresIn: lifeSeconds }) : notFound
  }

  const list: Operation = async (folder, body) => {
    const claim = readClaim(folder, body)
    if ('status' in claim) return claim
    const { key, uploadId, file, plan } = claim
    const found = await multipart.list({ key, uploadId, size: file.size, partSize: plan.partSize })
    return done({ parts: found?.map(({ partNumber, size }) => ({ partNumber, size })) ?? null })
  }

  /** Of the parts that the store itself lists. Repeated after a lost answer it finds the object there. */
  const complete: Operation = async (folder, body) => {
    const claim = readClaim(folder, body)
    if ('status' in claim) return claim
    const { key, uploadId, file, plan } = claim
    const { size, type } = file
    const isThere = async () => (await sizeOf(key)) === size
    const parts = await multipart.list({ key, uploadId, size, partSize: plan.partSize })
    if (!parts) return (await isThere()) ? done({ size }) : notFound
    if (!addUp(parts, plan, size)) return refuse(409, 'integrity-mismatch')
    if (await isAttached(key)) return notFound
    const isKnown = await multipart.complete({ key, uploadId, size, type, parts })
    return isKnown || (await isThere()) ? done({ size }) : notFound
  }

  /** Frees the parts; and the object, where an answer to `complete` was lost and nobody will ever attach it. */
  const abort: Operation = async (folder, { handle, uploadId }) => {
    if (!isKeyOf(folder, handle) || !isUploadId(uploadId)) return notFound
    const wasKnown = await multipart.abort({ key: handle, uploadId })
    if (!wasKnown && !(await isAttached(handle))) await context.remove(handle)
    return done({})
  }

  return {
    'multipart/begin': begin,
    'multipart/part': part,
    'multipart/list': list,
    'multipart/complete': complete,
    'multipart/abort': abort,
  }
}

/** Ids are the stores' own, and of many forms; none has characters that mean something in a URL or in XML. */
function isUploadId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.~+/=-]{1,1024}$/.test(value)
}

function isPartNumber(value: unknown, { count }: PartPlan): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= count
}

function addUp(parts: readonly { partNumber: number; size: number }[], plan: PartPlan, size: number): boolean {
  const total = parts.reduce((sum, each) => sum + each.size, 0)
  return (
    total === size && parts.length === plan.count && parts.every(({ partNumber }, index) => partNumber === index + 1)
  )
}
