import { Button, ConfigProvider, Upload, type UploadFile, type UploadProps } from 'antd'
import { useMemo, useRef, useState } from 'react'
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
        // `onSuccess` sets 100 % itself.
        await putFile(url, sent, (fraction) => fraction < 1 && onProgress?.({ percent: fraction * 100 }))
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

/**
 * A controlled list that takes what `onChange` told since the last frame in one go. `Upload` tells of every picked file
 * within a `flushSync` of its own, one after the other; with the list it holds itself React 19 takes more than fifty of
 * them for an endless loop (error 185, thrown before the first `customRequest`).
 */
function useFileList(): Required<Pick<UploadProps, 'fileList' | 'onChange'>> {
  const [fileList, setFileList] = useState<UploadFile[]>([])
  const changed = useRef(new Map<string, UploadFile>())
  const commit = () => {
    const changes = changed.current
    changed.current = new Map()
    setFileList((before) => applyChanges(before, changes))
  }
  const onChange: UploadProps['onChange'] = ({ file }) => {
    if (changed.current.size === 0) requestAnimationFrame(commit)
    changed.current.set(file.uid, file)
  }
  return { fileList, onChange }
}

function applyChanges(before: readonly UploadFile[], changes: ReadonlyMap<string, UploadFile>): UploadFile[] {
  const known = new Set(before.map(({ uid }) => uid))
  const added = [...changes.values()].filter(({ uid }) => !known.has(uid))
  const kept = before.map((file) => changes.get(file.uid) ?? file)
  return [...kept, ...added].filter(({ status }) => status !== 'removed')
}

function Uploader({ host }: { host: SubjectHost }) {
  const customRequest = useMemo(() => createRequest(host), [host])
  return (
    <Upload multiple customRequest={customRequest} showUploadList={{ showRemoveIcon: false }} {...useFileList()}>
      <Button>Select files</Button>
    </Upload>
  )
}

/**
 * https://ant.design/components/upload with `customRequest`, a controlled `fileList`, no motion and no buttons in rows.
 * Each event of a file still renders every row of its list.
 */
export const mount: MountSubject = (element, host) => {
  const root = createRoot(element)
  root.render(
    <ConfigProvider theme={{ token: { motion: false } }}>
      <Uploader host={host} />
    </ConfigProvider>,
  )
  return () => root.unmount()
}
