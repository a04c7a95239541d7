import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { MountSubject, SubjectHost } from '../pages/subject.ts'
import { createUppy } from './uppy.ts'

function Upload({ host }: { host: SubjectHost }) {
  const [uppy] = useState(() => createUppy(host))
  const add = (files: FileList | null) =>
    uppy.addFiles([...(files ?? [])].map((data) => ({ source: 'local', name: data.name, type: data.type, data })))
  return <input type="file" multiple onChange={(event) => add(event.target.files)} />
}

/** Core and aws-s3 without any interface. */
export const mount: MountSubject = (element, host) => {
  const root = createRoot(element)
  root.render(<Upload host={host} />)
  return () => root.unmount()
}
