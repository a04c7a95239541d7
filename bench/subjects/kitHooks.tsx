import { useSignedUpload } from 'attachkit'
import { createRoot } from 'react-dom/client'
import type { MountSubject, SubjectHost } from '../pages/subject.ts'
import { adapter } from './kitAdapter.ts'

function Upload({ concurrency, onDone, onFail }: SubjectHost) {
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
export const mount: MountSubject = (element, host) => {
  const root = createRoot(element)
  root.render(<Upload {...host} />)
  return () => root.unmount()
}
