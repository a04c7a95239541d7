import type { ErrorCode } from '../engine/errors.ts'
import type { Body } from './readBody.ts'

export interface FileToCheck {
  name: string
  /** Bytes. */
  size: number
  type: string
}

/** Why a file is not taken; the adapters know these words. */
export type RefusalCode = Extract<
  ErrorCode,
  'file-too-large' | 'file-too-small' | 'file-invalid-type' | 'file-invalid-name' | 'quota-exceeded' | 'forbidden'
>

/** What is sent back: a body, or a code with the status of a refusal. */
export type Answer = { status: 200; body: object } | { status: number; code: string }

/** One call, for whoever owns `folder`. */
export type Operation = (folder: string, body: Body) => Promise<Answer>

export const done = (body: object): Answer => ({ status: 200, body })
export const refuse = (status: number, code: string): Answer => ({ status, code })
export const notFound = refuse(404, 'not-found')
export const invalid = refuse(400, 'invalid-request')
