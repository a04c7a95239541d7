import type { ReactNode } from 'react'
import { useFormPolicyUpload, useSignedUpload } from '../../src/index.ts'
import type { Session } from '../../src/index.ts'
import type { FormSystem, HelpdeskSystem, SignedSystem } from './systems.ts'

interface UploadSessionProps<S extends HelpdeskSystem> {
  system: S
  /** Files that were picked stay with their draft while another ticket is looked at. */
  draftId: string
  children: (session: Session) => ReactNode
}

/** The upload session of a draft, by the hook that fits the system. */
export function UploadSession({ system, ...rest }: UploadSessionProps<HelpdeskSystem>) {
  return system.kind === 'signed-put' ? (
    <SignedSession system={system} {...rest} />
  ) : (
    <FormSession system={system} {...rest} />
  )
}

function SignedSession({ system, draftId, children }: UploadSessionProps<SignedSystem>) {
  const { adapter, transports } = system
  return children(useSignedUpload({ adapter, transports, draftId }))
}

function FormSession({ system, draftId, children }: UploadSessionProps<FormSystem>) {
  const { adapter, transports } = system
  return children(useFormPolicyUpload({ adapter, transports, draftId }))
}
