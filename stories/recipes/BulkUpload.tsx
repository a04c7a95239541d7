import {
  AttachmentListView,
  Dropzone,
  selectFailed,
  selectHold,
  selectTotals,
  UploadProgressBar,
  useSession,
  useSignedUpload,
} from '../../src/index.ts'
import type { Session } from '../../src/index.ts'
import type { TicketFormProps } from './forms/ticketForm.ts'

/** Folders of files by an administrator: many at a time, paused and resumed, and all that failed retried at once. */
export function BulkUpload({ adapter, transports }: Omit<TicketFormProps, 'save'>) {
  const upload = useSignedUpload({ adapter, transports, concurrency: 4, duplicates: 'ask' })
  return (
    <section className="recipe-table" aria-label="Bulk upload">
      <Dropzone.Root upload={upload}>
        <Dropzone.PageOverlay />
        <Dropzone.Icon />
        <Dropzone.Label />
        <div className="story-row">
          <Dropzone.Trigger />
          <Dropzone.FolderTrigger />
          <Dropzone.StopReading />
        </div>
        <Dropzone.Hint />
      </Dropzone.Root>
      <UploadProgressBar upload={upload} />
      <BulkActions upload={upload} />
      <div data-density="compact">
        <AttachmentListView upload={upload} />
      </div>
    </section>
  )
}

function BulkActions({ upload }: { upload: Session }) {
  const failed = useSession(upload, selectFailed).length
  const isHeld = useSession(upload, selectHold) === 'user'
  const { unfinished, done } = useSession(upload, selectTotals)
  return (
    <div className="recipe-actions">
      {unfinished > 0 && !isHeld && (
        <button type="button" onClick={upload.pause}>
          Pause
        </button>
      )}
      {failed > 0 && (
        <button type="button" onClick={upload.retryAll}>
          Retry {failed} failed
        </button>
      )}
      {unfinished === 0 && done > 0 && (
        <button type="button" onClick={() => upload.clear()}>
          Clear the list
        </button>
      )}
    </div>
  )
}
