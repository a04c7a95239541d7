'use client'
import type { Limits } from '../../messages/messages.ts'
import { createPartContext } from '../part/createPartContext.tsx'
import type { DropVerdict } from './dropVerdict.ts'
import type { InputMode } from './inputModes.ts'
import type { IntakeSession } from './useFileIntake.ts'

/** What the zone is in; each is a `data-` attribute of every part of it. */
export type DropzoneState = {
  /** Files hang over the zone. */
  dragging: boolean
  /** Files are dragged over the page, but not over the zone. */
  nearby: boolean
  /** Files are dragged over the page, and a drop anywhere would be this zone's. */
  aimed: boolean
  /** What a drop will do; undefined while nothing is dragged, and while it cannot be known. */
  verdict: DropVerdict | undefined
  disabled: boolean
  /** There are files: the zone shrinks to a bar. */
  filled: boolean
  /** Nothing more fits. */
  full: boolean
  /** A folder is read. */
  reading: boolean
}

interface DropzoneContext {
  upload: IntakeSession
  state: DropzoneState
  limits: Limits
  multiple: boolean
  hintId: string
  /** How many files hang over the zone, or are aimed at it. */
  draggedCount: number
  /** How many more files fit; undefined without a limit. */
  room: number | undefined
  /** Files found so far in a folder. */
  found: number
  stopReading: () => void
  /** Opens the file dialog. */
  open: (mode: InputMode) => void
  /** For as long as the function it returns was not called, the zone takes the whole page. */
  takePage: () => () => void
}

export const [DropzoneProvider, useDropzoneContext] = createPartContext<DropzoneContext>('Dropzone.Root')
