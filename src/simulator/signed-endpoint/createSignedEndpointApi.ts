import { createAttachmentServer } from '../../server/createAttachmentServer.ts'
import type { AttachmentRecord, AttachmentRecords } from '../../server/attachmentRecords.ts'
import { lastSegment } from '../readVendorCall.ts'
import { readText } from '../readText.ts'
import type { VendorApi, VendorCall, VendorContext } from '../vendorContext.ts'
import { createVendorRecords } from '../vendorRecords.ts'
import { createQuirkyStore } from './createQuirkyStore.ts'
import type { SignedEndpointQuirks } from './quirks.ts'

/** Every upload of the simulator belongs to one desk. */
const folder = 'inbox'

/** A backend as `attachkit/server` makes it, over the simulated store; what it signs and answers may have quirks. */
export function createSignedEndpointApi(context: VendorContext<SignedEndpointQuirks>): VendorApi {
  const { now, quirks, storage } = context
  const committed = createVendorRecords<AttachmentRecord>(storage, 'signed-endpoint/committed')
  const records: AttachmentRecords = {
    save: async (record) => {
      const standing = (await committed.load(record.handle)) ?? record
      await committed.save(record.handle, standing)
      return standing
    },
    find: (handle) => committed.load(handle),
    list: (ofFolder) => committed.list(`${ofFolder}/`),
    remove: (handle) => committed.forget(handle),
  }

  return {
    operationOf: ({ url }) => lastSegment(url),
    describeError: (code, message) => ({ error: { code, message } }),
    answer: async (call) => {
      const { bareForm, maxBytes, partSize } = quirks()
      const server = createAttachmentServer({
        store: createQuirkyStore(context),
        records,
        authorize: () => folder,
        maxBytes,
        partSize,
        lifeSeconds: Math.max(1, Math.ceil(context.credentialLifeMs(600_000) / 1000)),
        now,
      })
      const answer = await server(await toRequest(call))
      return bareForm && lastSegment(call.url) === 'sign' ? bare(answer) : answer
    },
  }
}

async function toRequest({ method, url, headers, body }: VendorCall): Promise<Request> {
  const hasBody = method !== 'GET' && method !== 'HEAD'
  return new Request(url, { method, headers, body: hasBody ? (body ? await readText(body) : '') : null })
}

/** No more than what the AWS SDK's `createPresignedPost` gives. */
async function bare(answer: Response): Promise<Response> {
  const reply = (await answer.json()) as { fields?: [name: string, value: string][]; url?: string }
  const { fields, url } = reply
  return Response.json(fields ? { url, fields: Object.fromEntries(fields) } : reply, answer)
}
