'use client'
import { createContext } from 'react'
import type { InputHTMLAttributes, RefCallback } from 'react'

/**
 * What a form's field puts on the zone's file input, which then carries the field's validity: it can be focused by
 * `reportValidity`, though not by Tab.
 */
export interface DropzoneInput {
  ref: RefCallback<HTMLInputElement>
  props: InputHTMLAttributes<HTMLInputElement>
  /** Id of what describes the triggers too, besides the limits: what is wrong. */
  describedBy: string | undefined
}

export const DropzoneInputContext = createContext<DropzoneInput | undefined>(undefined)
