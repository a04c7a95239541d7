'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../react/useMessages.ts'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import type { DropzoneState } from './dropzoneContext.ts'
import { useTriggerPart } from './useTriggerPart.ts'

/** Opens the dialog for folders: every file inside is added, with its path. Renders a `<button>`. */
export const DropzoneFolderTrigger = forwardRef<HTMLButtonElement, DropzoneFolderTriggerProps>(
  function DropzoneFolderTrigger(props, ref) {
    const { dropzone } = useMessages()
    const text = () => dropzone.folder
    return useTriggerPart(props, { name: 'Dropzone.FolderTrigger', part: 'folder-trigger', mode: 'folder', text, ref })
  },
)

export interface DropzoneFolderTriggerProps extends ElementPartProps<DropzoneState, HTMLButtonElement> {}
