import type { ProcessServerConfigFunction } from 'filepond'
import { createRoot } from 'react-dom/client'
import { FilePond } from 'react-filepond'
import type { MountSubject, SubjectHost } from '../pages/subject.ts'
import { signUpload } from '../subjects/sendFile.ts'
import 'filepond/dist/filepond.min.css'

/** https://pqina.nl/filepond/docs/api/server/#process-1 */
function createProcess({ onDone, onFail }: SubjectHost): ProcessServerConfigFunction {
  return (_fieldName, file, _metadata, load, error, progress, abort) => {
    const request = new XMLHttpRequest()
    const fail = (text: string) => {
      error(text)
      onFail(file.name)
    }
    request.upload.onprogress = (event) => progress(event.lengthComputable, event.loaded, event.total)
    request.onload = () => {
      if (request.status < 200 || request.status >= 300) return fail(`store: ${request.status}`)
      load(file.name)
      onDone(file.name)
    }
    request.onerror = () => fail('network')
    signUpload(file).then(
      ({ url }) => {
        request.open('PUT', url)
        request.send(file)
      },
      (thrown: unknown) => fail(String(thrown)),
    )
    return {
      abort: () => {
        request.abort()
        abort()
      },
    }
  }
}

/**
 * FilePond with its own list, and what its options can leave out: the least duration, the pause between rows, buttons.
 *
 * It starts a waiting upload only in a frame in which every row rests (`_write` in filepond.js calls `processDispatchQueue`
 * `if (isResting)`), and no option turns its springs off. So the time of a file grows with the rows beside it: with 200
 * files not all are sent within the bench's minute. Its author says as much: https://github.com/pqina/filepond/issues/241
 */
export const mount: MountSubject = (element, host) => {
  const root = createRoot(element)
  const server = { process: createProcess(host), revert: null }
  root.render(
    <FilePond
      allowMultiple
      maxParallelUploads={host.concurrency}
      server={server}
      credits={false}
      allowMinimumUploadDuration={false}
      itemInsertInterval={0}
      allowRevert={false}
      allowProcess={false}
      allowRemove={false}
    />,
  )
  return () => root.unmount()
}
