'use client'
import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

/** Whether a `<fieldset disabled>` is around the element: native controls know by themselves, drops and pastes do not. */
export function useFieldsetDisabled(ref: RefObject<HTMLElement | null>): boolean {
  const [isDisabled, setIsDisabled] = useState(false)
  useEffect(() => {
    const fieldsets = fieldsetsAround(ref.current)
    const read = () => setIsDisabled(fieldsets.some((fieldset) => fieldset.disabled))
    read()
    const observer = new MutationObserver(read)
    for (const fieldset of fieldsets) observer.observe(fieldset, { attributeFilter: ['disabled'] })
    return () => observer.disconnect()
  }, [ref])
  return isDisabled
}

function fieldsetsAround(element: HTMLElement | null): HTMLFieldSetElement[] {
  const found: HTMLFieldSetElement[] = []
  for (let around = element?.closest('fieldset'); around; around = around.parentElement?.closest('fieldset')) {
    found.push(around)
  }
  return found
}
