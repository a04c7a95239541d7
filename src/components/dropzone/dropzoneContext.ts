'use client'
import type { Limits } from '../../messages/messages.ts'
import { createPartContext } from '../part/createPartContext.tsx'
import type { IntakeSession } from './useFileIntake.ts'

/** What the zone is in; each is a `data-` attribute of every part of it. */
export type DropzoneState = {
  /** Files hang over the zone. */
  dragging: boolean
  /** Files are dragged over the page, but not over the zone. */
  nearby: boolean
  disabled: boolean
  /** The session has files: the zone shrinks to a bar. */
  filled: boolean
}

interface DropzoneContext {
  upload: IntakeSession
  state: DropzoneState
  limits: Limits
  multiple: boolean
  hintId: string
  /** Opens the file dialog. */
  open: () => void
}

export const [DropzoneProvider, useDropzoneContext] = createPartContext<DropzoneContext>('Dropzone.Root')
