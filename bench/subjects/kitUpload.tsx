import { useSignedUpload } from 'attachkit'
import type { BackendAdapter } from 'attachkit/engine'
import { createRoot } from 'react-dom/client'
import type { MountSubject, SubjectHost } from '../pages/subject.ts'

interface UploadProps extends SubjectHost {
  adapter: BackendAdapter<'signed-put'>
}

function Upload({ adapter, concurrency, onDone, onFail }: UploadProps) {
  const upload = useSignedUpload({
    adapter,
    concurrency,
    credentialConcurrency: concurrency,
    credentialsAhead: 3,
    onDone: ({ meta }) => onDone(meta.name),
    onFail: ({ meta }) => onFail(meta.name),
  })
  return <input type="file" multiple onChange={(event) => upload.add([...(event.target.files ?? [])])} />
}

/** The hook with an input, without a list. */
export function mountUpload(adapter: BackendAdapter<'signed-put'>): MountSubject {
  return (element, host) => {
    const root = createRoot(element)
    root.render(<Upload adapter={adapter} {...host} />)
    return () => root.unmount()
  }
}
