'use client'
import type { Attachment } from '../../engine/ports.ts'
import type { ListDownloads, ListRemovals, ListSession } from '../attachment-list/attachmentListContext.ts'
import type { IntakeSession } from '../dropzone/useFileIntake.ts'
import { createPartContext } from '../part/createPartContext.tsx'
import type { ResettableSession } from './useFormReset.ts'

/** The part of a session that a field reads and steers. */
export type FieldSession = IntakeSession & ListSession & ResettableSession

/** Why a form with this field cannot be sent as it is. */
export type FieldProblem = 'busy' | 'failed' | 'required' | 'too-few' | 'too-many'

/** What the field is in; each is a `data-` attribute of every part of it. */
export type AttachmentFieldState = {
  /** Something is wrong and has been said: after the form was to be sent, not before. */
  invalid: boolean
  problem: FieldProblem | undefined
  required: boolean
  /** Its own, or that of a `<fieldset>` around it. */
  disabled: boolean
}

interface AttachmentFieldContext {
  upload: FieldSession
  state: AttachmentFieldState
  /** Stored attachments of the value, in its order, with those that are removed and can be had back. */
  stored: readonly Attachment[]
  downloads: ListDownloads | undefined
  removals: ListRemovals | undefined
  onRemove: ((attachment: Attachment) => void) | undefined
  /** What is wrong, in words, once it has been said; empty otherwise. */
  error: string
  ids: FieldIds
}

/** Ids of the parts that name and describe the field. */
export interface FieldIds {
  input: string
  label: string
  description: string
  error: string
}

export const [AttachmentFieldProvider, useAttachmentFieldContext] =
  createPartContext<AttachmentFieldContext>('AttachmentField.Root')
