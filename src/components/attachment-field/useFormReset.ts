'use client'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import type { Attachment } from '../../engine/ports.ts'
import type { Session } from '../../engine/sessionTypes.ts'

/** The part of a session that a reset of the form ends. */
export type ResettableSession = Pick<Session, 'getSnapshot' | 'clear' | 'reset'>

interface FormResetOptions {
  rootRef: RefObject<HTMLElement | null>
  upload: ResettableSession
  /** What the form sends. */
  value: readonly Attachment[]
  onReset: () => void
}

/**
 * Follows a reset of the form around the field: what is on its way is cancelled, what was attached is discarded, unless the
 * form was sent with it. React resets a form by itself after its action, also when that refused it: such a reset leaves the
 * files alone, and the action ends them with `upload.clear()` when it was accepted.
 */
export function useFormReset(options: FormResetOptions): void {
  const { rootRef } = options
  const latest = useRef(options)
  useEffect(() => {
    latest.current = options
  })
  useEffect(() => {
    const form = rootRef.current?.closest('form')
    if (!form) return undefined
    const sent = new Set<string>()
    let isAfterSubmit = false
    let isAsked = false

    function onSubmit() {
      isAfterSubmit = true
      for (const { handle } of latest.current.value) sent.add(handle)
    }
    function onClick({ target }: Event) {
      isAsked = target instanceof Element && target.closest('[type="reset"]') !== null
    }
    function onReset(event: Event) {
      if (event.defaultPrevented) return
      const isBySubmit = isAfterSubmit && !isAsked
      isAfterSubmit = false
      isAsked = false
      if (isBySubmit && hasAction(form)) return
      const { upload } = latest.current
      // A form that waited for its files was sent with more than it had when somebody pressed the button.
      upload.clear(idsOf(upload, (handle) => isBySubmit || sent.has(handle)))
      sent.clear()
      upload.reset()
      latest.current.onReset()
    }
    form.addEventListener('submit', onSubmit)
    form.addEventListener('click', onClick, true)
    form.addEventListener('reset', onReset)
    return () => {
      form.removeEventListener('submit', onSubmit)
      form.removeEventListener('click', onClick, true)
      form.removeEventListener('reset', onReset)
    }
  }, [rootRef])
}

/** React writes this into a form whose action is a function. */
function hasAction(form: HTMLFormElement | null | undefined): boolean {
  const buttons = [...(form?.querySelectorAll('[formaction]') ?? [])]
  return [form, ...buttons].some((element) => {
    const action = element?.getAttribute('action') ?? element?.getAttribute('formaction')
    return action?.startsWith('javascript:') ?? false
  })
}

function idsOf({ getSnapshot }: ResettableSession, isSent: (handle: string) => boolean): string[] {
  const items = [...getSnapshot().items.values()]
  return items.filter((item) => item.status === 'done' && isSent(item.attachment.handle)).map(({ id }) => id)
}
