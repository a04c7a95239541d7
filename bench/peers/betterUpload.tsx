import { useUploadFiles } from '@better-upload/client'
import { createRoot } from 'react-dom/client'
import type { MountSubject, SubjectHost } from '../pages/subject.ts'
import { Row } from './Rows.tsx'

function Upload({ onDone, onFail }: SubjectHost) {
  const { control } = useUploadFiles({
    route: 'files',
    retry: 3,
    retryDelay: 500,
    onUploadProgress: ({ file }) => {
      if (file.status === 'complete') onDone(file.name)
      if (file.status === 'failed') onFail(file.name)
    },
  })
  return (
    <>
      <input type="file" multiple onChange={(event) => void control.upload(event.target.files ?? [])} />
      <ul>
        {control.progresses.map(({ name, objectInfo, progress, status }) => (
          <Row key={objectInfo.key} name={name} fraction={progress} status={status} />
        ))}
      </ul>
    </>
  )
}

/** https://better-upload.com/docs: all files signed in one call, all sent at once. */
export const mount: MountSubject = (element, host) => {
  const root = createRoot(element)
  root.render(<Upload {...host} />)
  return () => root.unmount()
}
