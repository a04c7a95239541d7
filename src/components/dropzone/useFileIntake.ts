'use client'
import { useCallback, useRef, useState } from 'react'
import { useDropzone } from 'react-dropzone'
import type { DropEvent, DropzoneState as Intake } from 'react-dropzone'
import type { Session } from '../../engine/sessionTypes.ts'
import type { DraggedTypes } from './dropVerdict.ts'
import { draggedTypes } from './dropVerdict.ts'
import type { InputMode } from './inputModes.ts'
import { prepareInput } from './inputModes.ts'
import type { FoundFiles } from './readDroppedFiles.ts'
import { isFolder, readPickedFiles, relativePathOf } from './readDroppedFiles.ts'
import { useFolderReading } from './useFolderReading.ts'
import { usePageDrags } from './usePageDrags.ts'
import { usePastes } from './usePastes.ts'

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

export interface FileIntake extends Pick<Intake, 'getRootProps' | 'getInputProps' | 'rootRef' | 'inputRef'> {
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
  const [over, setOver] = useState<DraggedTypes>([])
  const folder = useFolderReading()
  const found = useRef(new WeakMap<Event, FoundFiles | undefined>()).current
  const takeFound = useCallback(
    (all: FoundFiles | undefined) => {
      setNotice(noticeOf(all))
      if (all && all.files.length > 0) upload.add(all.files, { relativePath: relativePathOf, isDirectory: isFolder })
    },
    [upload],
  )
  const takeFiles = useCallback((files: readonly File[]) => takeFound({ files: [...files], leftOut: [] }), [takeFound])
  const sayUnreadable = useCallback(() => setNotice({ kind: 'nothingReadable' }), [])

  // Rules are the session's: react-dropzone is given none, since it knows types by name only and speaks English.
  const { getRootProps, getInputProps, isDragActive, rootRef, inputRef } = useDropzone({
    disabled,
    noClick: true,
    noKeyboard: true,
    noPaste: true,
    preventDropOnDocument: false,
    async getFilesFromEvent(event) {
      if (Array.isArray(event) || !isOwner(event, rootRef)) return []
      const data = 'dataTransfer' in event ? event.dataTransfer : null
      // Before the drop there are items only: no browser tells names or sizes of what is dragged.
      if (data && event.type !== 'drop') return [...data.items].filter(({ kind }) => kind === 'file')
      const all = data ? await folder.read(data) : takePicked(event.target)
      found.set(nativeOf(event), all)
      return all?.files ?? []
    },
    onDragEnter: ({ dataTransfer }) => setOver((before) => sameOrNew(before, draggedTypes(dataTransfer))),
    onDrop: (_files, _rejections, event) => {
      if (found.has(nativeOf(event))) takeFound(found.get(nativeOf(event)))
    },
    onError: sayUnreadable,
  })
  usePastes({ upload, disabled, takesForm: pasteFrom === 'form', rootRef, takeFiles, onUnreadable: sayUnreadable })
  const { isNearby, aimed } = usePageDrags({
    rootRef,
    isWatching: guardPage || takesPage,
    takesPage: takesPage && !disabled,
    onDropped: (data) => void folder.read(data).then(takeFound, sayUnreadable),
    onMissed: () => setNotice({ kind: 'missed' }),
    onBegin: () => setNotice(undefined),
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

  return {
    getRootProps,
    getInputProps,
    rootRef,
    inputRef,
    open,
    notice,
    found: folder.found,
    stopReading: folder.stop,
    isDragging: isDragActive,
    isAimedAt: aimed !== undefined,
    dragged: aimed ?? over,
    isNearby: isNearby && !isDragActive && !disabled,
  }
}

/** Which zone a drop belongs to: it bubbles from the inner one, which comes first, through all around it. */
const owners = new WeakMap<Event, object>()

function isOwner(event: DropEvent, zone: object): boolean {
  const native = nativeOf(event)
  if (!owners.has(native)) owners.set(native, zone)
  return owners.get(native) === zone
}

function nativeOf(event: DropEvent): Event {
  return 'nativeEvent' in event ? event.nativeEvent : event
}

/** Empties the input once its files are read, so that the same file can be picked again. */
function takePicked(input: EventTarget | null): FoundFiles {
  if (!(input instanceof HTMLInputElement)) return { files: [], leftOut: [] }
  const all = readPickedFiles(input.files ?? [])
  input.value = ''
  return all
}

function noticeOf(all: FoundFiles | undefined): IntakeNotice | undefined {
  if (!all) return { kind: 'readingStopped' }
  if (all.leftOut.length > 0) return { kind: 'leftOut', names: all.leftOut }
  return all.files.length === 0 ? { kind: 'nothingReadable' } : undefined
}

function sameOrNew(before: DraggedTypes, next: DraggedTypes): DraggedTypes {
  return before.join() === next.join() ? before : next
}
