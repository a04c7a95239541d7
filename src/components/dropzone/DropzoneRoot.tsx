'use client'
import { forwardRef, useCallback, useContext, useEffect, useId, useMemo, useState } from 'react'
import type { CSSProperties, MouseEvent } from 'react'
import type { Attachment } from '../../engine/ports.ts'
import type { FileRules } from '../../engine/rules.ts'
import { selectRules } from '../../engine/selectors.ts'
import { describeTypes } from '../../messages/describeTypes.ts'
import { useMessages } from '../../react/useMessages.ts'
import { useSession } from '../../react/useSession.ts'
import { useRenderPart } from '../part/useRenderPart.tsx'
import { useSameFields } from '../part/useSameFields.ts'
import type { ElementPartProps } from '../part/useRenderPart.tsx'
import { DropzoneProvider } from './dropzoneContext.ts'
import type { DropzoneState } from './dropzoneContext.ts'
import { DropzoneInputContext } from './dropzoneInput.ts'
import { DropzoneNotice } from './DropzoneNotice.tsx'
import { dropVerdict } from './dropVerdict.ts'
import { prepareInput } from './inputModes.ts'
import { useFileIntake } from './useFileIntake.ts'
import type { FileIntake, IntakeSession } from './useFileIntake.ts'
import { useRoom } from './useRoom.ts'
import type { RoomRemovals } from './useRoom.ts'

/**
 * Takes files that are picked, dropped or pasted. Renders a `<div>` with the one file input of the zone and the zone's live
 * region; whoever uses the keyboard gets along with `Dropzone.Trigger`, a button.
 */
export const DropzoneRoot = forwardRef<HTMLDivElement, DropzoneRootProps>(function DropzoneRoot(
  {
    upload,
    attachments = none,
    removals,
    disabled = false,
    openOnClick = true,
    pasteFrom = 'form',
    guardPage = true,
    children,
    ...props
  },
  ref,
) {
  const messages = useMessages()
  const rules = useSession(upload, selectRules)
  const hasItems = useSession(upload, (state) => state.ids.length > 0)
  const { used, room, isFull } = useRoom(upload, attachments, removals, rules)
  const [pageOverlays, setPageOverlays] = useState(0)
  const takePage = useCallback(() => {
    setPageOverlays((count) => count + 1)
    return () => setPageOverlays((count) => count - 1)
  }, [])
  const intake = useFileIntake({ upload, disabled, pasteFrom, guardPage, takesPage: pageOverlays > 0 })
  const hintId = useId()

  const { dragged, found, open, stopReading } = intake
  const state = useZoneState(intake, { disabled, rules, room, isFull, isFilled: hasItems || attachments.length > 0 })
  const multiple = rules.maxFiles !== 1
  const limits = useMemo(() => limitsOf(rules, describeTypes(rules.accept, messages), used), [rules, messages, used])
  const context = useSameFields({
    upload,
    state,
    limits,
    multiple,
    hintId,
    room,
    draggedCount: dragged.length,
    found: found ?? 0,
    stopReading,
    open,
    takePage,
  })

  return useRenderPart('div', props, {
    scope: 'dropzone',
    part: 'root',
    state,
    ref,
    ownRef: intake.rootRef,
    own: {
      ...intake.dragHandlers,
      role: 'group',
      'aria-disabled': disabled || undefined,
      'aria-label': messages.dropzone.label,
      onClick: openOnClick && !disabled ? (event: MouseEvent) => isBackground(event) && open('files') : undefined,
      children: (
        <DropzoneProvider value={context}>
          {children}
          <ZoneInput intake={intake} multiple={multiple} disabled={disabled} rules={rules} />
          {intake.dragFollower}
          <DropzoneNotice notice={intake.notice} />
        </DropzoneProvider>
      ),
    },
  })
})

const none: readonly Attachment[] = []

export interface DropzoneRootProps extends ElementPartProps<DropzoneState, HTMLDivElement> {
  /** Where the files go. */
  upload: IntakeSession
  /** Stored attachments, which count towards the limits: give the session the same as `existing`. */
  attachments?: readonly Attachment[] | undefined
  /** Stored attachments that were removed make room. */
  removals?: RoomRemovals | undefined
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
  /**
   * Keeps the browser from opening a file that is dropped beside the zone, which would lose the page, and says that it missed.
   * @default true
   */
  guardPage?: boolean | undefined
}

interface ZoneFacts {
  disabled: boolean
  rules: FileRules
  room: number | undefined
  isFull: boolean
  isFilled: boolean
}

function useZoneState(intake: FileIntake, { disabled, rules, room, isFull, isFilled }: ZoneFacts): DropzoneState {
  const { isDragging, isNearby, isAimedAt, dragged, found } = intake
  const isOver = isDragging || isAimedAt
  const verdict = isOver ? dropVerdict(dragged, rules, room) : undefined
  return useSameFields<DropzoneState>({
    dragging: isDragging,
    nearby: isNearby,
    aimed: isAimedAt,
    verdict,
    disabled,
    filled: isFilled,
    full: isFull,
    reading: found !== undefined,
  })
}

interface ZoneInputProps {
  intake: FileIntake
  multiple: boolean
  disabled: boolean
  rules: FileRules
}

/** The one file input. A form's field uses it to be valid or not, and then it can be focused. */
function ZoneInput({ intake, multiple, disabled, rules }: ZoneInputProps) {
  const field = useContext(DropzoneInputContext)
  const { inputRef } = intake
  const attach = field?.ref
  useEffect(() => {
    attach?.(inputRef.current)
    return () => void attach?.(null)
  }, [attach, inputRef])

  return (
    <input
      {...field?.props}
      ref={inputRef}
      type="file"
      tabIndex={-1}
      multiple={multiple}
      disabled={disabled}
      accept={rules.accept?.join(',')}
      style={field ? focusable : hidden}
      onChange={intake.takePicked}
      data-scope="dropzone"
      data-part="input"
      onClick={(event) => {
        // Not opened by a trigger: by Space on the input itself, or by a label of it.
        if (event.isTrusted) prepareInput(event.currentTarget, 'files', rules.accept)
        event.stopPropagation()
      }}
    />
  )
}

/** Not there for assistive technology, which has the trigger; `click()` opens its dialog all the same. */
const hidden = { display: 'none' }

/** Seen by nobody, but where the browser shows what is wrong: not over the field's own words below the zone. */
const focusable: CSSProperties = {
  position: 'absolute',
  insetBlockEnd: '40%',
  insetInlineStart: '50%',
  inlineSize: 1,
  blockSize: 1,
  margin: 0,
  padding: 0,
  border: 0,
  opacity: 0,
  overflow: 'hidden',
  pointerEvents: 'none',
}

function limitsOf(
  { maxFileSize, minFileSize, maxFiles, maxTotalSize }: FileRules,
  types: readonly string[],
  used: { files: number; bytes: number } | undefined,
) {
  return { maxFileSize, minFileSize, maxFiles, maxTotalSize, types, used }
}

/** Controls inside the zone act for themselves; a `<label>` around it opens the dialog by clicking the trigger. */
function isBackground({ target, currentTarget }: MouseEvent): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('a, button, input, select, textarea, label') === null && !currentTarget.closest('label')
}
