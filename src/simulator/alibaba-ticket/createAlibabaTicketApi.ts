import type { TicketNote } from '../../adapters/alibaba-ticket/wire.ts'
import { lastSegment, readParameters } from '../readVendorCall.ts'
import { jsonAnswer, requestId } from '../vendorAnswer.ts'
import type { VendorApi, VendorContext } from '../vendorContext.ts'
import type { AlibabaTicketQuirks } from './quirks.ts'
import { signTicketUrl } from './signTicketUrl.ts'
import { createTicketState, ticketBucket } from './ticketState.ts'
import type { TicketNoteRecord } from './ticketState.ts'

/**
 * The Ticket System as the embedder's endpoint passes it on: `GetAttachmentUploadUrl`, `GetAttachmentUrl`, `CreateTicket`,
 * `ReplyTicket`, `ListTicketNotes`, each the last folder of the path, with the vendor's JSON, errors and statuses.
 */
export function createAlibabaTicketApi(context: VendorContext<AlibabaTicketQuirks>): VendorApi {
  const { now, quirks, storage } = context
  const state = createTicketState(context)

  const flat = (body: object) => jsonAnswer({ ...body, RequestId: requestId() }, 200, now())
  const wrapped = (data: unknown) =>
    jsonAnswer({ Code: 0, Message: 'success', RequestId: requestId(), Success: true, Data: data }, 200, now())
  const describeError = (code: string, message: string) => {
    return { Code: code, Message: message, RequestId: requestId(), Success: false }
  }
  const refused = (status: number, code: string, message: string) =>
    jsonAnswer(describeError(code, message), quirks().failsWith200 ? 200 : status, now())
  const illegal = () => refused(400, 'param.illegal', 'Params illegal.')

  async function getAttachmentUploadUrl(parameters: URLSearchParams): Promise<Response> {
    const fileName = parameters.get('FileName')
    if (!fileName) return illegal()
    const earlier = quirks().resignsSameObject ? parameters.get('ObjectKey') : null
    const object = (earlier && (await state.findObject(earlier))) || (await state.addObject(fileName))
    const putUrl = await signTicketUrl(context, 'PUT', object)
    const getUrl = await signTicketUrl(context, 'GET', object)
    return quirks().olderTwin
      ? flat({ ObjectKey: object.objectKey, PutObjectUrl: putUrl, AccessFileUrl: getUrl })
      : wrapped({ ObjectKey: object.objectKey, PutSignedUrl: putUrl, GetSignedUrl: getUrl })
  }

  async function getAttachmentUrl(parameters: URLSearchParams): Promise<Response> {
    const object = await state.findObject(parameters.get('AttachName') ?? '')
    if (!object) return illegal()
    return flat({ AccessFileUrl: await signTicketUrl(context, 'GET', object) })
  }

  async function addNote(parameters: URLSearchParams, ticketId: string, content: string | null) {
    const objectKeys = (parameters.get('FileNameList') ?? '').split(',').filter(Boolean)
    const known = await Promise.all(objectKeys.map((objectKey) => state.findObject(objectKey)))
    if (!content || known.includes(undefined)) return undefined
    return state.addNote(ticketId, content, objectKeys)
  }

  async function createTicket(parameters: URLSearchParams): Promise<Response> {
    const ticketId = crypto.randomUUID().slice(0, 8).toUpperCase()
    const dialogId = await addNote(parameters, ticketId, parameters.get('Description'))
    return dialogId === undefined ? illegal() : wrapped(ticketId)
  }

  async function replyTicket(parameters: URLSearchParams): Promise<Response> {
    const ticketId = parameters.get('TicketId')
    const dialogId = ticketId ? await addNote(parameters, ticketId, parameters.get('Content')) : undefined
    return dialogId === undefined ? illegal() : wrapped(dialogId)
  }

  async function listTicketNotes(parameters: URLSearchParams): Promise<Response> {
    const ticketId = parameters.get('TicketId')
    if (!ticketId) return illegal()
    const notes = await state.listNotes(ticketId)
    return wrapped(await Promise.all(notes.map(describeNote)))
  }

  async function describeNote(note: TicketNoteRecord): Promise<TicketNote> {
    const objects = await Promise.all(note.objectKeys.map((objectKey) => state.findObject(objectKey)))
    const attachments: TicketNote['Attachments'] = []
    for (const object of objects) {
      if (!object || !(await storage.head(ticketBucket, object.key))) continue
      attachments.push({ Name: object.fileName, Url: await signTicketUrl(context, 'GET', object) })
    }
    return {
      DialogId: note.dialogId,
      CreateTime: note.createTime,
      Dialog: { Content: note.content, Schema: null },
      User: { Name: 'user', Role: 3 },
      Attachments: attachments,
    }
  }

  const operations: Readonly<Record<string, (parameters: URLSearchParams) => Promise<Response>>> = {
    GetAttachmentUploadUrl: getAttachmentUploadUrl,
    GetAttachmentUrl: getAttachmentUrl,
    CreateTicket: createTicket,
    ReplyTicket: replyTicket,
    ListTicketNotes: listTicketNotes,
  }

  return {
    operationOf: ({ url }) => lastSegment(url),
    describeError,
    answer: async (call) => {
      const name = lastSegment(call.url)
      const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
      if (!operation) return refused(404, 'InvalidAction.NotFound', 'The specified api is not found.')
      return operation(await readParameters(call))
    },
  }
}
