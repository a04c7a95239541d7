import { AttachmentListView, DropzoneField, UploadProgressBar, useSignedUpload } from 'attachkit'
import { createRoot } from 'react-dom/client'
import type { MountSubject, SubjectHost } from '../pages/subject.ts'
import { batchAdapter as adapter } from './kitAdapter.ts'
import 'attachkit/styles.css'

function Upload({ concurrency, onDone, onFail }: SubjectHost) {
  const upload = useSignedUpload({
    adapter,
    concurrency,
    credentialConcurrency: concurrency,
    credentialsAhead: concurrency,
    onDone: ({ meta }) => onDone(meta.name),
    onFail: ({ meta }) => onFail(meta.name),
  })
  return (
    <>
      <DropzoneField upload={upload} />
      <UploadProgressBar upload={upload} />
      <AttachmentListView upload={upload} />
    </>
  )
}

/** Drop zone, total progress and list. */
export const mount: MountSubject = (element, host) => {
  const root = createRoot(element)
  root.render(<Upload {...host} />)
  return () => root.unmount()
}
