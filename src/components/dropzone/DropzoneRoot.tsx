'use client'
import { forwardRef, useId, useMemo } from 'react'
import type { MouseEvent } from 'react'
import { selectRules } from '../../engine/selectors.ts'
import { describeTypes } from '../../messages/describeTypes.ts'
import { useMessages } from '../../react/useMessages.ts'
import { useSession } from '../../react/useSession.ts'
import { MessageText } from '../part/MessageText.tsx'
import type { AnyProps } from '../part/mergeProps.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { DropzoneProvider } from './dropzoneContext.ts'
import type { DropzoneState } from './dropzoneContext.ts'
import { useFileIntake } from './useFileIntake.ts'
import type { IntakeSession } from './useFileIntake.ts'

/**
 * Takes files that are picked, dropped or pasted. Renders a `<div>` with the one file input of the zone and the zone's live
 * region; whoever uses the keyboard gets along with `Dropzone.Trigger`, a button.
 */
export const DropzoneRoot = forwardRef<HTMLDivElement, DropzoneRootProps>(function DropzoneRoot(
  { upload, disabled = false, openOnClick = true, pasteFrom = 'form', guardPage = true, children, ...props },
  ref,
) {
  const messages = useMessages()
  const rules = useSession(upload, selectRules)
  const isFilled = useSession(upload, (state) => state.ids.length > 0)
  const intake = useFileIntake({ upload, disabled, pasteFrom, guardPage })
  const hintId = useId()

  const { isDragging, isNearby, open } = intake
  const state = useMemo<DropzoneState>(
    () => ({ dragging: isDragging, nearby: isNearby, disabled, filled: isFilled }),
    [isDragging, isNearby, disabled, isFilled],
  )
  const multiple = rules.maxFiles !== 1
  const limits = useMemo(() => ({ ...rulesOf(rules), types: describeTypes(rules.accept, messages) }), [rules, messages])
  const context = useMemo(
    () => ({ upload, state, limits, multiple, hintId, open }),
    [upload, state, limits, multiple, hintId, open],
  )

  const { ref: _, ...handlers }: AnyProps = intake.getRootProps({ role: 'group' })
  const root = useRenderPart('div', props, {
    scope: 'dropzone',
    part: 'root',
    state,
    ref,
    ownRef: intake.rootRef,
    own: {
      ...handlers,
      'aria-label': messages.dropzone.label,
      onClick: openOnClick && !disabled ? (event: MouseEvent) => isBackground(event) && open() : undefined,
      children: (
        <DropzoneProvider value={context}>
          {children}
          <input
            {...intake.getInputProps({ multiple, disabled, accept: rules.accept?.join(','), style: hidden })}
            data-scope="dropzone"
            data-part="input"
          />
          <output data-scope="dropzone" data-part="notice">
            {intake.notice && <MessageText>{messages.dropzone[intake.notice]}</MessageText>}
          </output>
        </DropzoneProvider>
      ),
    },
  })
  return root
})

export interface DropzoneRootProps extends ElementPartProps<DropzoneState, HTMLDivElement> {
  /** Where the files go. */
  upload: IntakeSession
  /** @default false */
  disabled?: boolean | undefined
  /** Opens the file dialog on a click anywhere in the zone, not only on the trigger. @default true */
  openOnClick?: boolean | undefined
  /**
   * Where pasted files are taken from: the whole form around the zone (and a page on which nothing has focus, while this is
   * its only zone), or the zone alone. Text is never taken: a paste that holds text is left to the page.
   * @default 'form'
   */
  pasteFrom?: 'form' | 'zone' | undefined
  /** Keeps the browser from opening a file that is dropped beside the zone, which would lose the page. @default true */
  guardPage?: boolean | undefined
}

/** Not there for assistive technology, which has the trigger; `click()` opens its dialog all the same. */
const hidden = { display: 'none' }

function rulesOf({ maxFileSize, minFileSize, maxFiles, maxTotalSize }: LimitRules) {
  return { maxFileSize, minFileSize, maxFiles, maxTotalSize }
}

type LimitRules = {
  maxFileSize?: number | undefined
  minFileSize?: number | undefined
  maxFiles?: number | undefined
  maxTotalSize?: number | undefined
}

/** Controls inside the zone act for themselves; a `<label>` around it opens the dialog by clicking the trigger. */
function isBackground({ target, currentTarget }: MouseEvent): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('a, button, input, select, textarea, label') === null && !currentTarget.closest('label')
}
