import Uploady, {
  useBatchAddListener,
  useItemErrorListener,
  useItemFinishListener,
  useItemProgressListener,
  useRequestPreSend,
  useUploady,
} from '@rpldy/uploady'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { MountSubject, SubjectHost } from '../pages/subject.ts'
import { signUpload } from '../subjects/sendFile.ts'
import { Row } from './Rows.tsx'

function Upload({ onDone, onFail }: SubjectHost) {
  const { upload } = useUploady()
  const [items, setItems] = useState<{ id: string; name: string }[]>([])
  useRequestPreSend(async ({ items: [item] }) => {
    const { name, size, type } = item!.file
    return { options: { destination: { url: (await signUpload({ name, size, type })).url } } }
  })
  useBatchAddListener((batch) => {
    setItems((before) => [...before, ...batch.items.map(({ id, file }) => ({ id, name: file.name }))])
  })
  useItemFinishListener((item) => onDone(item.file.name))
  useItemErrorListener((item) => onFail(item.file.name))
  return (
    <>
      <input type="file" multiple onChange={(event) => upload([...(event.target.files ?? [])])} />
      <ul>
        {items.map(({ id, name }) => (
          <ItemRow key={id} id={id} name={name} />
        ))}
      </ul>
    </>
  )
}

function ItemRow({ id, name }: { id: string; name: string }) {
  const item = useItemProgressListener(undefined, id)
  const completed = item?.completed ?? 0
  const status = completed >= 100 ? 'done' : completed > 0 ? 'uploading' : 'queued'
  return <Row name={name} fraction={completed / 100} status={status} />
}

/** https://react-uploady.org: hooks, each row listens to its own item, URLs signed before each request. */
export const mount: MountSubject = (element, host) => {
  const root = createRoot(element)
  root.render(
    <Uploady method="PUT" sendWithFormData={false} concurrent maxConcurrent={host.concurrency} customInput>
      <Upload {...host} />
    </Uploady>,
  )
  return () => root.unmount()
}
