import Dashboard from '@uppy/react/dashboard'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { MountSubject, SubjectHost } from '../pages/subject.ts'
import { createUppy } from './uppy.ts'
import '@uppy/core/css/style.min.css'
import '@uppy/dashboard/css/style.min.css'

function Upload({ host }: { host: SubjectHost }) {
  const [uppy] = useState(() => createUppy(host))
  useEffect(() => () => uppy.destroy(), [uppy])
  return <Dashboard uppy={uppy} />
}

/** Core and aws-s3 with Uppy's own list, the Dashboard: https://uppy.io/docs/react/ */
export const mount: MountSubject = (element, host) => {
  const root = createRoot(element)
  root.render(<Upload host={host} />)
  return () => root.unmount()
}
