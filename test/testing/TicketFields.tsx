import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import { useSignedUpload } from '../../src/react/useSignedUpload.ts'
import type { SignedUploadOptions } from '../../src/react/useSignedUpload.ts'

/** What most forms have: a text, the zone and the list. */
export function TicketFields({ disabled = false, ...options }: SignedUploadOptions & { disabled?: boolean }) {
  const upload = useSignedUpload(options)
  return (
    <form>
      <textarea aria-label="Message" />
      <DropzoneField upload={upload} disabled={disabled} />
      <AttachmentListView upload={upload} />
    </form>
  )
}
