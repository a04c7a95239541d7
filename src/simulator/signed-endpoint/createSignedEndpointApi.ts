import { formatContentDisposition } from '../../signing/contentDisposition.ts'
import { lastSegment, readJsonBody } from '../readVendorCall.ts'
import { extensionOf, jsonAnswer } from '../vendorAnswer.ts'
import type { VendorApi, VendorContext } from '../vendorContext.ts'
import { createVendorRecords } from '../vendorRecords.ts'
import type { SignedEndpointQuirks } from './quirks.ts'
import { signFormReply, signObjectUrl, signPutReply, uploadBucket } from './signReply.ts'

interface Committed {
  handle: string
  name: string
  size: number
  contentType: string
  createdAt: string
}

/** A backend as people write it by hand: `sign`, `commit`, `verify`, `list`, `download`, `discard` and `remove`, each a POST of JSON. */
export function createSignedEndpointApi(context: VendorContext<SignedEndpointQuirks>): VendorApi {
  const { now, quirks, storage } = context
  const committed = createVendorRecords<Committed>(storage, 'signed-endpoint/committed')

  const answered = (body: object) => jsonAnswer(body, 200, now())
  const describeError = (code: string, message: string) => ({ error: { code, message } })
  const refused = (status: number, code: string) => jsonAnswer(describeError(code, code), status, now())

  type Operation = (body: Readonly<Record<string, unknown>>) => Promise<Response>
  const operations: Readonly<Record<string, Operation>> = {
    sign: async ({ name, size, type, previousKey }) => {
      if (typeof name !== 'string' || typeof size !== 'number') return refused(400, 'invalid-request')
      if (size > quirks().maxBytes) return refused(413, 'too-large')
      const key = isOwnKey(previousKey) ? previousKey : `inbox/${crypto.randomUUID()}${extensionOf(name)}`
      const reply = quirks().reply === 'form' ? signFormReply(context, key) : signPutReply(context, key, String(type))
      return answered(await reply)
    },
    commit: async ({ handle, name, type }) => {
      const stored = isOwnKey(handle) ? await storage.head(uploadBucket, handle) : undefined
      if (!stored) return refused(404, 'not-found')
      const earlier = await committed.load(stored.key)
      const { key, size } = stored
      const attachment = { handle: key, name: String(name), size, contentType: String(type), createdAt: timeOf(now()) }
      if (!earlier) await committed.save(key, attachment)
      return answered(earlier ?? attachment)
    },
    verify: async ({ handle, size }) => {
      const stored = isOwnKey(handle) ? await storage.head(uploadBucket, handle) : undefined
      return answered({ stored: stored?.size === size })
    },
    list: async () => answered({ attachments: await committed.list('inbox/') }),
    download: async ({ handle, filename, disposition }) => {
      if (!isOwnKey(handle) || !(await storage.head(uploadBucket, handle))) return refused(404, 'not-found')
      const saved = formatContentDisposition(disposition === 'inline' ? 'inline' : 'attachment', String(filename))
      const url = await signObjectUrl(context, 'GET', handle, { query: [['response-content-disposition', saved]] })
      return answered({ url, expiresIn: context.credentialLifeMs(600_000) / 1000 })
    },
    discard: async ({ handle }) => {
      if (isOwnKey(handle) && !(await committed.load(handle))) await storage.delete(uploadBucket, handle)
      return answered({})
    },
    remove: async ({ handle }) => {
      if (!isOwnKey(handle)) return refused(404, 'not-found')
      await committed.forget(handle)
      await storage.delete(uploadBucket, handle)
      return answered({})
    },
  }

  return {
    operationOf: ({ url }) => lastSegment(url),
    describeError,
    answer: async (call) => {
      const name = lastSegment(call.url)
      const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
      return operation ? operation(await readJsonBody(call)) : refused(404, 'unknown-operation')
    },
  }
}

function isOwnKey(value: unknown): value is string {
  return typeof value === 'string' && /^inbox\/[\w.-]+$/.test(value)
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString()
}
