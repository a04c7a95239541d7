import { Button, Upload, type UploadProps } from 'antd'
import { createRoot } from 'react-dom/client'
import type { MountSubject, SubjectHost } from '../pages/subject.ts'
import { putFile, signUpload } from '../subjects/sendFile.ts'

/** Requests that wait for a slot: `customRequest` is called for all files at once, and the component offers no limit. */
function createRequest({ concurrency, onDone, onFail }: SubjectHost): NonNullable<UploadProps['customRequest']> {
  const waiting: (() => Promise<void>)[] = []
  let running = 0
  const startWaiting = () => {
    while (running < concurrency && waiting.length > 0) {
      running += 1
      void waiting.shift()!().finally(() => {
        running -= 1
        startWaiting()
      })
    }
  }
  return ({ file, onError, onProgress, onSuccess }) => {
    const sent = file as File
    waiting.push(async () => {
      try {
        const { url } = await signUpload(sent)
        await putFile(url, sent, (fraction) => onProgress?.({ percent: fraction * 100 }))
        onSuccess?.({})
        onDone(sent.name)
      } catch (thrown) {
        onError?.(thrown as Error)
        onFail(sent.name)
      }
    })
    startWaiting()
  }
}

/** https://ant.design/components/upload with `customRequest`. */
export const mount: MountSubject = (element, host) => {
  const root = createRoot(element)
  root.render(
    <Upload multiple customRequest={createRequest(host)}>
      <Button>Select files</Button>
    </Upload>,
  )
  return () => root.unmount()
}
