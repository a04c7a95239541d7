'use client'
import { forwardRef } from 'react'
import type { ReactNode } from 'react'
import { AttachmentFieldDescription } from './AttachmentFieldDescription.tsx'
import { AttachmentFieldDropzone } from './AttachmentFieldDropzone.tsx'
import { AttachmentFieldError } from './AttachmentFieldError.tsx'
import { AttachmentFieldLabel } from './AttachmentFieldLabel.tsx'
import { AttachmentFieldList } from './AttachmentFieldList.tsx'
import { AttachmentFieldProgress } from './AttachmentFieldProgress.tsx'
import { AttachmentFieldRoot } from './AttachmentFieldRoot.tsx'
import type { AttachmentFieldRootProps } from './AttachmentFieldRoot.tsx'

/** The whole field, ready made: label, description, drop zone, progress, list and what is wrong. */
export const AttachmentFormField = forwardRef<HTMLDivElement, AttachmentFormFieldProps>(function AttachmentFormField(
  { label, description, onSignIn, ...props },
  ref,
) {
  return (
    <AttachmentFieldRoot {...props} ref={ref}>
      <AttachmentFieldLabel>{label}</AttachmentFieldLabel>
      {description && <AttachmentFieldDescription>{description}</AttachmentFieldDescription>}
      <AttachmentFieldDropzone />
      <AttachmentFieldError />
      <AttachmentFieldProgress />
      <AttachmentFieldList onSignIn={onSignIn} />
    </AttachmentFieldRoot>
  )
})

export interface AttachmentFormFieldProps extends Omit<AttachmentFieldRootProps, 'children'> {
  /** @default 'Attachments' */
  label?: ReactNode
  description?: ReactNode
  /** Opens the host's sign-in, offered when the session has ended. */
  onSignIn?: (() => void) | undefined
}
