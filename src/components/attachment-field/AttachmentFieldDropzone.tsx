'use client'
import { forwardRef } from 'react'
import { DropzoneField } from '../dropzone/DropzoneField.tsx'
import { DropzoneRoot } from '../dropzone/DropzoneRoot.tsx'
import type { DropzoneRootProps } from '../dropzone/DropzoneRoot.tsx'
import { useAttachmentFieldContext } from './attachmentFieldContext.ts'

/** The field's drop zone: the ready-made one, or with children a `Dropzone.Root` around them. */
export const AttachmentFieldDropzone = forwardRef<HTMLDivElement, AttachmentFieldDropzoneProps>(
  function AttachmentFieldDropzone(props, ref) {
    const { upload, stored, removals, state } = useAttachmentFieldContext('AttachmentField.Dropzone')
    const Zone = props.children === undefined ? DropzoneField : DropzoneRoot
    return (
      <Zone {...props} ref={ref} upload={upload} attachments={stored} removals={removals} disabled={state.disabled} />
    )
  },
)

export interface AttachmentFieldDropzoneProps extends Omit<
  DropzoneRootProps,
  'upload' | 'attachments' | 'removals' | 'disabled'
> {}
