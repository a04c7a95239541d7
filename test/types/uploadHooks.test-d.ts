import type { BackendAdapter, Transport, Transports } from '../../src/engine/ports.ts'
import type { Session } from '../../src/engine/sessionTypes.ts'
import { useAttachmentDownload } from '../../src/react/useAttachmentDownload.ts'
import { useAttachments } from '../../src/react/useAttachments.ts'
import { useFormPolicyUpload } from '../../src/react/useFormPolicyUpload.ts'
import { useSession } from '../../src/react/useSession.ts'
import { useSignedUpload } from '../../src/react/useSignedUpload.ts'

declare const signed: BackendAdapter<'signed-put'>
declare const form: BackendAdapter<'form-policy'>
declare const anyTransport: Transport
declare const allTransports: Transports

/** Checked by the type checker alone; never called. */
export function useHooksAsTyped() {
  const upload: Session = useSignedUpload({
    adapter: signed,
    draftId: undefined,
    onDone: (item) => item.attachment.handle,
  })
  useFormPolicyUpload({ adapter: form, unmount: 'keep', transports: { 'form-policy': anyTransport } })
  // A transport for more kinds than one is welcome: the memory adapter has such.
  useSignedUpload({ adapter: signed, transports: allTransports })

  // @ts-expect-error a form's adapter gives credentials that a signed PUT cannot send
  useSignedUpload({ adapter: form })
  // @ts-expect-error and the other way round
  useFormPolicyUpload({ adapter: signed })
  // @ts-expect-error there are two policies
  useSignedUpload({ adapter: signed, unmount: 'pause' })

  useAttachmentDownload({ adapter: signed })
  const { data } = useAttachments({ adapter: form, scope: 7 })
  const count: number = useSession(upload, (state) => state.ids.length)
  // @ts-expect-error the selector decides the type
  const text: string = useSession(upload, (state) => state.ids.length)
  return { data, count, text }
}
