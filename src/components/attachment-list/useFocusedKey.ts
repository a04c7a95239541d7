'use client'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { AttachmentRow } from './useRows.ts'

/** Which row holds the focus: it must stay in the document, else a scroll would throw the focus away. */
export function useFocusedKey(list: HTMLElement, rows: readonly AttachmentRow[]): RefObject<string | undefined> {
  const focusedKey = useRef<string>(undefined)
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => (focusedKey.current = keyOf(target, rows))
    const forget = () => (focusedKey.current = undefined)
    list.addEventListener('focusin', follow)
    list.addEventListener('focusout', forget)
    return () => {
      list.removeEventListener('focusin', follow)
      list.removeEventListener('focusout', forget)
    }
  }, [list, rows])
  return focusedKey
}

function keyOf(target: EventTarget | null, rows: readonly AttachmentRow[]): string | undefined {
  const item = target instanceof Element ? target.closest('[data-index]') : null
  return rows[Number(item?.getAttribute('data-index') ?? -1)]?.key
}
