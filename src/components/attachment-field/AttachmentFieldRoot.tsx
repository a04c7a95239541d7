'use client'
import { forwardRef, useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FocusEvent, Ref } from 'react'
import type { Attachment } from '../../engine/ports.ts'
import { useMessages } from '../../react/useMessages.ts'
import { useSession } from '../../react/useSession.ts'
import type { ListDownloads, ListRemovals } from '../attachment-list/attachmentListContext.ts'
import { DropzoneInputContext } from '../dropzone/dropzoneInput.ts'
import { setRef } from '../part/joinRefs.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import { useSameFields } from '../part/useSameFields.ts'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { AttachmentFieldProvider } from './attachmentFieldContext.ts'
import type { AttachmentFieldState, FieldIds, FieldSession } from './attachmentFieldContext.ts'
import { fieldProblem } from './fieldProblem.ts'
import { useFieldsetDisabled } from './useFieldsetDisabled.ts'
import { useFieldValue } from './useFieldValue.ts'
import { useFormReset } from './useFormReset.ts'

/**
 * A form's field of attachments. Renders a `<div>` that is a group, with a hidden input for each attachment; the file input
 * of the zone inside carries the field's validity, so that `reportValidity` and `:invalid` know of it.
 */
export const AttachmentFieldRoot = forwardRef<HTMLDivElement, AttachmentFieldRootProps>(function AttachmentFieldRoot(
  {
    upload,
    name,
    attachments = none,
    removals,
    downloads,
    required = false,
    min,
    max,
    disabled = false,
    whileBusy = 'invalid',
    value: given,
    onChange,
    inputRef,
    formatValue = handleOf,
    error: givenError,
    onBlur,
    children,
    ...props
  },
  ref,
) {
  const messages = useMessages()
  const root = useRef<HTMLDivElement>(null)
  const isDisabled = useFieldsetDisabled(root) || disabled
  const { value, stored, remove } = useFieldValue({ upload, attachments, removals, value: given, onChange })
  const rules = { required, min, max, isBusyInvalid: whileBusy === 'invalid' }
  const problem = useSession(
    upload,
    (state) => (isDisabled ? undefined : fieldProblem(state, value.length, rules, messages)),
    (a, b) => a?.text === b?.text,
  )
  const { isTold, tell, forget } = useTold()
  useFormReset({
    rootRef: root,
    upload,
    value,
    onReset() {
      forget()
      for (const { handle } of stored) removals?.undo(handle)
    },
  })

  const ids = useFieldIds()
  const error = (isTold && problem ? problem.text : givenError) ?? ''
  const input = useFieldInput({ ids, message: problem?.text ?? '', isInvalid: error !== '', onInvalid: tell, inputRef })
  const state = useSameFields<AttachmentFieldState>({
    invalid: error !== '',
    problem: problem?.kind,
    required,
    disabled: isDisabled,
  })
  const onRemove = given && onChange && !removals ? remove : undefined
  const context = useSameFields({ upload, state, stored, downloads, removals, onRemove, error, ids })
  return useRenderPart('div', props, {
    scope: 'attachment-field',
    part: 'root',
    state,
    ref,
    ownRef: root,
    own: {
      role: 'group',
      'aria-labelledby': ids.label,
      'aria-describedby': ids.description,
      // From row to row is no leaving: a form library would call the field touched.
      onBlur: (event: FocusEvent<HTMLDivElement>) =>
        event.currentTarget.contains(event.relatedTarget) || onBlur?.(event),
      children: (
        <DropzoneInputContext.Provider value={input}>
          <AttachmentFieldProvider value={context}>
            {children}
            {name !== undefined &&
              value.map((attachment) => (
                <input
                  key={attachment.handle}
                  type="hidden"
                  name={name}
                  value={formatValue(attachment)}
                  disabled={disabled}
                />
              ))}
          </AttachmentFieldProvider>
        </DropzoneInputContext.Provider>
      ),
    },
  })
})

const none: readonly Attachment[] = []
const handleOf = ({ handle }: Attachment) => handle

export interface AttachmentFieldRootProps extends Omit<
  ElementPartProps<AttachmentFieldState, HTMLDivElement>,
  'onChange'
> {
  /** Where the files go. */
  upload: FieldSession
  /** Of the hidden inputs, one for each attachment. Without it the form data holds nothing. */
  name?: string | undefined
  /** What a hidden input holds. @default the attachment's handle */
  formatValue?: ((attachment: Attachment) => string) | undefined
  /** Stored attachments, while the field is not controlled: give the session the same as `existing`. */
  attachments?: readonly Attachment[] | undefined
  /** From `useAttachmentRemovals`: stored attachments can be removed, and had back until the form is sent. */
  removals?: ListRemovals | undefined
  downloads?: ListDownloads | undefined
  /** At least one attachment. @default false */
  required?: boolean | undefined
  /** At least so many, if there is any. */
  min?: number | undefined
  /** At most so many; `rules.maxFiles` of the session refuses them earlier. */
  max?: number | undefined
  /** @default false */
  disabled?: boolean | undefined
  /** `valid`: something else waits for files on their way, as `useSubmitGate` does. @default 'invalid' */
  whileBusy?: 'invalid' | 'valid' | undefined
  /**
   * Controls which attachments belong to the form: plain data, to be kept in any form library. Files move on meanwhile. To
   * start over, reset the native form (`form.reset()`), which also cancels what is on its way.
   */
  value?: readonly Attachment[] | undefined
  /** What belongs to the form now: after a file was attached, removed, renamed or had back. */
  onChange?: ((value: readonly Attachment[]) => void) | undefined
  /** What a form library says is wrong; the field's own words come first. */
  error?: string | undefined
  /** The zone's file input: focus it to show what is wrong. */
  inputRef?: Ref<HTMLInputElement> | undefined
}

/** Nothing is called wrong before somebody wanted to send the form. */
function useTold() {
  const [isTold, setIsTold] = useState(false)
  return {
    isTold,
    tell: useCallback(() => setIsTold(true), []),
    forget: useCallback(() => setIsTold(false), []),
  }
}

function useFieldIds(): FieldIds {
  const id = useId()
  return useMemo(
    () => ({ input: `${id}input`, label: `${id}label`, description: `${id}description`, error: `${id}error` }),
    [id],
  )
}

interface FieldInputOptions {
  ids: FieldIds
  message: string
  isInvalid: boolean
  onInvalid: () => void
  inputRef: Ref<HTMLInputElement> | undefined
}

function useFieldInput({ ids, message, isInvalid, onInvalid, inputRef }: FieldInputOptions) {
  const [element, setElement] = useState<HTMLInputElement | null>(null)
  const attach = useCallback(
    (next: HTMLInputElement | null) => {
      setElement(next)
      setRef(inputRef, next)
    },
    [inputRef],
  )
  // With the paint that shows it: whoever sees the last file done and sends the form is not refused for it.
  useLayoutEffect(() => element?.setCustomValidity(message), [element, message])
  return useMemo(
    () => ({
      ref: attach,
      describedBy: isInvalid ? ids.error : undefined,
      props: { id: ids.input, 'aria-describedby': ids.error, 'aria-invalid': isInvalid || undefined, onInvalid },
    }),
    [attach, ids, isInvalid, onInvalid],
  )
}
