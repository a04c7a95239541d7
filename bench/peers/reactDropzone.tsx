import { useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { useDropzone } from 'react-dropzone'
import type { MountSubject, SubjectHost } from '../pages/subject.ts'
import { drainLine, putFile, signUpload } from '../subjects/sendFile.ts'
import { Row, type RowState } from './Rows.tsx'

function Upload({ concurrency, onDone, onFail }: SubjectHost) {
  const [rows, setRows] = useState<readonly RowState[]>([])
  const change = useCallback((name: string, changes: Partial<RowState>) => {
    setRows((before) => before.map((row) => (row.name === name ? { ...row, ...changes } : row)))
  }, [])
  const onDrop = useCallback(
    (files: File[]) => {
      setRows((before) => [...before, ...files.map(({ name }) => ({ name, fraction: 0, status: 'queued' }))])
      void drainLine(files, concurrency, async (file) => {
        try {
          const { url } = await signUpload(file)
          await putFile(url, file, (fraction) => change(file.name, { fraction, status: 'uploading' }))
          change(file.name, { fraction: 1, status: 'done' })
          onDone(file.name)
        } catch {
          change(file.name, { status: 'failed' })
          onFail(file.name)
        }
      })
    },
    [change, concurrency, onDone, onFail],
  )
  const { getInputProps, getRootProps } = useDropzone({ onDrop })
  return (
    <>
      <div {...getRootProps()}>
        <input {...getInputProps()} />
        Drop files here
      </div>
      <ul>
        {rows.map((row) => (
          <Row key={row.name} {...row} />
        ))}
      </ul>
    </>
  )
}

/** The intake of react-dropzone, the rest by hand with `useState`, as its users write it. */
export const mount: MountSubject = (element, host) => {
  const root = createRoot(element)
  root.render(<Upload {...host} />)
  return () => root.unmount()
}
