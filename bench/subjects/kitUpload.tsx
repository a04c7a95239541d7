import type { Session } from 'attachkit'
import { createRoot } from 'react-dom/client'
import type { MountSubject, SubjectHost } from '../pages/subject.ts'

interface UploadOptions extends Pick<SubjectHost, 'concurrency'> {
  credentialConcurrency: number
  credentialsAhead: number
  onDone: (item: { meta: { name: string } }) => void
  onFail: (item: { meta: { name: string } }) => void
}

interface UploadProps extends SubjectHost {
  useUpload: (options: UploadOptions) => Session
}

function Upload({ useUpload, concurrency, onDone, onFail }: UploadProps) {
  const upload = useUpload({
    concurrency,
    credentialConcurrency: concurrency,
    credentialsAhead: concurrency,
    onDone: ({ meta }) => onDone(meta.name),
    onFail: ({ meta }) => onFail(meta.name),
  })
  return <input type="file" multiple onChange={(event) => upload.add([...(event.target.files ?? [])])} />
}

/** A hook with an input, without a list. */
export function mountUpload(useUpload: UploadProps['useUpload']): MountSubject {
  return (element, host) => {
    const root = createRoot(element)
    root.render(<Upload useUpload={useUpload} {...host} />)
    return () => root.unmount()
  }
}
