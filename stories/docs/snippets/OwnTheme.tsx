import { AttachmentListView, DropzoneField, useSignedUpload } from 'attachkit'
import { adapter, transports } from './backend.ts'
import './OwnTheme.css'

/** `data-theme` and `data-density` may stand on any ancestor; without them the kit follows `color-scheme`. */
export default function OwnTheme() {
  const upload = useSignedUpload({ adapter, transports })
  return (
    <div className="brand" data-theme="light" data-density="compact">
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} />
    </div>
  )
}
