import { AttachmentList, Dropzone, useSignedUpload, type AttachmentRow } from 'attachkit'
import { adapter, transports } from './backend.ts'

/** The same behaviour in your own markup: every part takes `render`, `className` and a ref. */
export default function OwnParts() {
  const upload = useSignedUpload({ adapter, transports })
  return (
    <>
      <Dropzone.Root upload={upload} className={({ dragging }) => (dragging ? 'drop-here' : undefined)}>
        <Dropzone.Label>Drop evidence here</Dropzone.Label>
        <Dropzone.Trigger className="button">Browse</Dropzone.Trigger>
        <Dropzone.Hint />
      </Dropzone.Root>
      <AttachmentList.Root upload={upload} render={<section />}>
        <AttachmentList.Items>{renderRow}</AttachmentList.Items>
      </AttachmentList.Root>
    </>
  )
}

/** Outside of the component: rows that did not change are then not rendered again. */
function renderRow(row: AttachmentRow) {
  return (
    <AttachmentList.Item row={row}>
      <AttachmentList.ItemName />
      <AttachmentList.ItemStatus />
      <AttachmentList.ItemRetry />
      <AttachmentList.ItemCancel />
      <AttachmentList.ItemRemove />
      <AttachmentList.ItemProgress />
    </AttachmentList.Item>
  )
}
