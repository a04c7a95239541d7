'use client'
import { useCallback, useRef, useState } from 'react'
import type { ChangeEvent, DragEvent, ReactElement, RefObject } from 'react'
import type { Session } from '../../engine/sessionTypes.ts'
import type { DraggedTypes } from './dropVerdict.ts'
import type { InputMode } from './inputModes.ts'
import { prepareInput } from './inputModes.ts'
import type { FoundFiles } from './readDroppedFiles.ts'
import { isFolder, readPickedFiles, relativePathOf } from './readDroppedFiles.ts'
import type { DragHandlers } from './dragRelay.ts'
import { useDrags } from './useDrags.ts'
import { useFolderReading } from './useFolderReading.ts'
import { usePageDrags } from './usePageDrags.ts'
import { usePastes } from './usePastes.ts'
import { isOwner } from './zoneOwner.ts'

/** The part of a session that takes files. */
export type IntakeSession = Pick<Session, 'getSnapshot' | 'subscribe' | 'add'>

/** What is to be said of the last drop, paste or pick; usually nothing. */
export type IntakeNotice =
  | { kind: 'missed' | 'nothingReadable' | 'readingStopped' }
  | { kind: 'leftOut'; names: readonly string[] }

export interface FileIntakeOptions {
  upload: IntakeSession
  disabled: boolean
  pasteFrom: 'form' | 'zone'
  guardPage: boolean
  takesPage: boolean
}

export interface FileIntake {
  rootRef: RefObject<HTMLDivElement | null>
  inputRef: RefObject<HTMLInputElement | null>
  /** Of the zone's element. */
  dragHandlers: DragHandlers
  /** Rendered anywhere, for itself it shows nothing. */
  dragFollower: ReactElement | null
  /** Of the zone's input. */
  takePicked: (event: ChangeEvent<HTMLInputElement>) => void
  /** Files hang over the zone. */
  isDragging: boolean
  /** Files are dragged over the page, and a drop there would miss. */
  isNearby: boolean
  /** Files are dragged over the page, and a drop there would be this zone's. */
  isAimedAt: boolean
  /** What hangs over the zone, or is aimed at it. */
  dragged: DraggedTypes
  notice: IntakeNotice | undefined
  /** Files found so far in a folder; undefined while none is read. */
  found: number | undefined
  stopReading: () => void
  /** Opens the file dialog. */
  open: (mode: InputMode) => void
}

/** Picking, dropping and pasting, whatever is rendered: every file goes to `upload.add`, which alone judges it. */
export function useFileIntake({ upload, disabled, pasteFrom, guardPage, takesPage }: FileIntakeOptions): FileIntake {
  const [notice, setNotice] = useState<IntakeNotice>()
  const rootRef = useRef<HTMLDivElement>(null)
  const inputRef = useRef<HTMLInputElement>(null)
  const folder = useFolderReading()
  const takeFound = useCallback(
    (all: FoundFiles | undefined) => {
      setNotice(noticeOf(all))
      if (all && all.files.length > 0) upload.add(all.files, { relativePath: relativePathOf, isDirectory: isFolder })
    },
    [upload],
  )
  const takeFiles = useCallback((files: readonly File[]) => takeFound({ files: [...files], leftOut: [] }), [takeFound])
  const sayUnreadable = useCallback(() => setNotice({ kind: 'nothingReadable' }), [])

  const takeDrop = useCallback(
    (data: DataTransfer) => void folder.read(data).then(takeFound, sayUnreadable),
    [folder, takeFound, sayUnreadable],
  )
  const takePicked = useCallback(
    (event: ChangeEvent<HTMLInputElement>) => takeFound(emptyInput(event.currentTarget)),
    [takeFound],
  )

  const drags = useDrags({
    rootRef,
    disabled,
    onDrop: (event: DragEvent) => {
      if (isOwner(event, rootRef) && event.dataTransfer.types.includes('Files')) takeDrop(event.dataTransfer)
    },
  })
  usePastes({ upload, disabled, takesForm: pasteFrom === 'form', rootRef, takeFiles, onUnreadable: sayUnreadable })
  const { isNearby, aimed } = usePageDrags({
    rootRef,
    isWatching: guardPage || takesPage,
    takesPage: takesPage && !disabled,
    onDropped: takeDrop,
    onMissed: () => setNotice({ kind: 'missed' }),
    onBegin() {
      setNotice(undefined)
      drags.prepare()
    },
  })

  const open = useCallback(
    (mode: InputMode) => {
      const input = inputRef.current
      if (!input) return
      prepareInput(input, mode, upload.getSnapshot().rules.accept)
      input.click()
    },
    [inputRef, upload],
  )

  const { over } = drags
  return {
    rootRef,
    inputRef,
    dragHandlers: drags.handlers,
    dragFollower: drags.follower,
    takePicked,
    open,
    notice,
    found: folder.found,
    stopReading: folder.stop,
    isDragging: over !== undefined,
    isAimedAt: aimed !== undefined,
    dragged: aimed ?? over ?? nothing,
    isNearby: isNearby && over === undefined && !disabled,
  }
}

const nothing: DraggedTypes = []

/** Empties the input once its files are read, so that the same file can be picked again. */
function emptyInput(input: HTMLInputElement): FoundFiles {
  const all = readPickedFiles(input.files ?? [])
  input.value = ''
  return all
}

function noticeOf(all: FoundFiles | undefined): IntakeNotice | undefined {
  if (!all) return { kind: 'readingStopped' }
  if (all.leftOut.length > 0) return { kind: 'leftOut', names: all.leftOut }
  return all.files.length === 0 ? { kind: 'nothingReadable' } : undefined
}
