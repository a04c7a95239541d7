import { createAlibabaApi, describeAlibaba } from './createAlibabaApi.ts'
import { createVendorHandler, passOn, type VendorHandlerOptions } from './createVendorHandler.ts'
import { lastFolder, readNamedValues } from './readPageCall.ts'
import type { KeyOptions } from './vendorKey.ts'

/** What a page asks of the Ticket System. */
export type TicketCall =
  | { operation: 'GetAttachmentUploadUrl'; fileName: string }
  | { operation: 'ListTicketNotes'; ticketId: string }
  | { operation: 'GetAttachmentUrl'; attachName: string; ticketId?: string | undefined; noteId?: string | undefined }

export interface AlibabaTicketHandlerOptions extends VendorHandlerOptions<TicketCall>, KeyOptions {
  /** @default 'https://workorder.aliyuncs.com'; there are `workorder.ap-northeast-1` and `workorder.ap-southeast-1`, too */
  endpoint?: string | undefined
}

/** `GetAttachmentUrl` was not taken over into the version after it. */
const [version, olderVersion] = ['2021-06-10', '2020-08-01']

/**
 * The other side of the adapter `alibaba-ticket`: calls Workorder 2021-06-10 with your key and passes its JSON on unchanged.
 * Mount it under any path whose last part is the operation: `GetAttachmentUploadUrl`, `ListTicketNotes`, `GetAttachmentUrl`.
 * The key is read from `ALIBABA_CLOUD_ACCESS_KEY_ID` and `ALIBABA_CLOUD_ACCESS_KEY_SECRET`, with `ALIBABA_CLOUD_SECURITY_TOKEN`
 * of a temporary one.
 * @see https://www.alibabacloud.com/help/en/ticket-system/developer-reference/api-workorder-2021-06-10-getattachmentuploadurl
 *
 * @example
 * export const POST = createAlibabaTicketHandler({ authorize: (request, call) => mayAsk(request, call) })
 */
export function createAlibabaTicketHandler(
  options: AlibabaTicketHandlerOptions,
): (request: Request) => Promise<Response> {
  const { endpoint = 'https://workorder.aliyuncs.com' } = options
  const tickets = createAlibabaApi({ ...options, endpoint, version })

  return createVendorHandler<TicketCall, true>(
    {
      read: readTicketCall,
      describe: describeAlibaba,
      answer: async (call, _who, { signal }) => {
        const { status, json, date } = await tickets(call.operation, { ...askedOf(call), signal })
        return passOn(json, status, date)
      },
    },
    options,
  )
}

async function readTicketCall(request: Request): Promise<TicketCall | 'invalid' | undefined> {
  const operation = lastFolder(request)
  if (!isOperation(operation) || request.method !== 'POST') return undefined
  const valueOf = await readNamedValues(request)
  if (!valueOf) return 'invalid'
  const [fileName, ticketId, attachName] = [valueOf('FileName'), valueOf('TicketId'), valueOf('AttachName')]
  if (operation === 'GetAttachmentUploadUrl') return fileName ? { operation, fileName } : 'invalid'
  if (operation === 'ListTicketNotes') return ticketId ? { operation, ticketId } : 'invalid'
  return attachName ? { operation, attachName, ticketId, noteId: valueOf('NoteId') } : 'invalid'
}

const operations = ['GetAttachmentUploadUrl', 'ListTicketNotes', 'GetAttachmentUrl'] as const

function isOperation(name: string): name is TicketCall['operation'] {
  return operations.some((operation) => operation === name)
}

function askedOf(call: TicketCall) {
  if (call.operation === 'GetAttachmentUploadUrl') return { form: { FileName: call.fileName } }
  if (call.operation === 'ListTicketNotes') return { form: { TicketId: call.ticketId } }
  const { attachName, ticketId, noteId } = call
  return { form: { AttachName: attachName, TicketId: ticketId, NoteId: noteId }, version: olderVersion }
}
