import type { AttachmentRecords } from '../server/attachmentRecords.ts'
import { createAttachmentServer } from '../server/createAttachmentServer.ts'
import { createS3Store } from '../server/s3Store.ts'
import type { WebHandler } from './nodeBridge.ts'
import type { S3Place } from './s3Place.ts'

/** The backend of the adapter `s3` over a bucket of somebody's own: whoever opens the page is let in, as everywhere here. */
export function createS3Api(place: S3Place, records: AttachmentRecords, onError: (error: unknown) => void): WebHandler {
  return createAttachmentServer({ store: createS3Store(place), records, authorize: () => 'helpdesk', onError })
}
