import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Session } from '../../src/engine/sessionTypes.ts'
import { AttachkitProvider } from '../../src/react/AttachkitProvider.tsx'
import { useAttachmentDownload } from '../../src/react/useAttachmentDownload.ts'
import { useAttachments } from '../../src/react/useAttachments.ts'
import { useFormPolicyUpload, type FormPolicyUploadOptions } from '../../src/react/useFormPolicyUpload.ts'
import { useMessages } from '../../src/react/useMessages.ts'
import { useSession } from '../../src/react/useSession.ts'
import { useSignedUpload, type SignedUploadOptions } from '../../src/react/useSignedUpload.ts'

export interface ServedPageProps {
  signed: SignedUploadOptions
  form: FormPolicyUploadOptions
  onSession?: (upload: Session) => void
}

/** What a server sends for `ServedPage` with rules that accept PDFs. */
export const servedHtml = '<h1>Attachments</h1><p>.pdf</p><output></output><p>0 0 loading</p>'

/** A page that uses every hook. */
export function ServedPage(props: ServedPageProps) {
  return (
    <QueryClientProvider client={client}>
      <AttachkitProvider>
        <Ticket {...props} />
      </AttachkitProvider>
    </QueryClientProvider>
  )
}

const client = new QueryClient()

function Ticket({ signed, form, onSession }: ServedPageProps) {
  const upload = useSignedUpload({ ...signed, draftId: 'ticket-1' })
  const formUpload = useFormPolicyUpload(form)
  const downloads = useAttachmentDownload({ adapter: signed.adapter })
  const { data } = useAttachments({ adapter: signed.adapter })
  const { list } = useMessages()
  const statuses = useSession(upload, (state) => [...state.items.values()].map(({ status }) => status).join())
  const formFiles = useSession(formUpload, (state) => state.ids.length)
  useEffect(() => {
    onSession?.(upload)
  }, [onSession, upload])
  return (
    <>
      <h1>{list.label}</h1>
      <p>{useSession(upload, (state) => state.rules.accept?.join())}</p>
      <output>{statuses}</output>
      <p>{`${formFiles} ${downloads.getSnapshot().size} ${data?.length ?? 'loading'}`}</p>
    </>
  )
}
