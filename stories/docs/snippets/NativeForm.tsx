import { AttachmentFormField, useSignedUpload } from 'attachkit'
import { adapter, transports } from './backend.ts'

/** A form of the browser's own: a hidden input for each attachment, and `required` as the browser knows it. */
export default function NativeForm() {
  const upload = useSignedUpload({ adapter, transports })
  return (
    <form method="post" action="/tickets">
      <input aria-label="Subject" name="text" required />
      <AttachmentFormField upload={upload} name="attachments" required description="Screenshots help us most." />
      <button type="submit">Send</button>
    </form>
  )
}
