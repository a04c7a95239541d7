import type { VendorContext } from '../vendorContext.ts'
import { createVendorRecords } from '../vendorRecords.ts'
import { extensionOf } from '../vendorAnswer.ts'

/** The bucket of the vendor's samples. */
export const ticketBucket = 'gts-workorder'

export interface TicketObject {
  objectKey: string
  fileName: string
  /** Where the bytes are: another name than the ObjectKey, as the vendor's samples show. */
  key: string
}

export interface TicketNoteRecord {
  dialogId: number
  createTime: number
  content: string
  objectKeys: string[]
}

/** What the ticket system remembers. */
export interface TicketState {
  addObject(fileName: string): Promise<TicketObject>
  findObject(objectKey: string): Promise<TicketObject | undefined>
  addNote(ticketId: string, content: string, objectKeys: string[]): Promise<number>
  listNotes(ticketId: string): Promise<TicketNoteRecord[]>
}

export function createTicketState({ storage, now }: Pick<VendorContext<unknown>, 'storage' | 'now'>): TicketState {
  const objects = createVendorRecords<TicketObject>(storage, 'alibaba-ticket/objects')
  const notes = createVendorRecords<TicketNoteRecord>(storage, 'alibaba-ticket/notes')
  const notesOf = (ticketId: string) => `${encodeURIComponent(ticketId)}/`

  return {
    addObject: async (fileName) => {
      const extension = extensionOf(fileName)
      const objectKey = `${crypto.randomUUID()}${extension}`
      const day = new Date(now()).toISOString().slice(0, 10).replaceAll('-', '')
      const object = { objectKey, fileName, key: `${day}/${crypto.randomUUID()}${extension}` }
      await objects.save(objectKey, object)
      return object
    },
    findObject: (objectKey) => objects.load(objectKey),
    addNote: async (ticketId, content, objectKeys) => {
      const dialogId = 10_000 + (await notes.list(notesOf(ticketId))).length
      await notes.save(`${notesOf(ticketId)}${dialogId}`, { dialogId, createTime: now(), content, objectKeys })
      return dialogId
    },
    listNotes: (ticketId) => notes.list(notesOf(ticketId)),
  }
}
