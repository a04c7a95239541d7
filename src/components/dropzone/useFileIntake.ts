'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useDropzone } from 'react-dropzone'
import type { DropEvent, DropzoneState as Intake } from 'react-dropzone'
import type { Session } from '../../engine/sessionTypes.ts'
import { namePastedFile } from './namePastedFile.ts'
import { watchPageDrops } from './pageDrops.ts'
import { takePastes } from './pastes.ts'
import { isFolder, readDroppedFiles, relativePathOf } from './readDroppedFiles.ts'
import { readPastedFiles } from './readPastedFiles.ts'

/** The part of a session that takes files. */
export type IntakeSession = Pick<Session, 'getSnapshot' | 'subscribe' | 'add'>

/** Why a drop or paste added nothing. */
export type IntakeNotice = 'missed' | 'nothingReadable'

export interface FileIntakeOptions {
  upload: IntakeSession
  disabled: boolean
  pasteFrom: 'form' | 'zone'
  guardPage: boolean
}

export interface FileIntake extends Pick<Intake, 'getRootProps' | 'getInputProps' | 'rootRef'> {
  isDragging: boolean
  isNearby: boolean
  notice: IntakeNotice | undefined
  /** Opens the file dialog. */
  open: () => void
}

/** Picking, dropping and pasting, whatever is rendered: every file goes to `upload.add`, which alone judges it. */
export function useFileIntake({ upload, disabled, pasteFrom, guardPage }: FileIntakeOptions): FileIntake {
  const [notice, setNotice] = useState<IntakeNotice>()
  const takeFiles = useCallback(
    (files: readonly File[]) => {
      setNotice(files.length === 0 ? 'nothingReadable' : undefined)
      if (files.length > 0) upload.add(files, { relativePath: relativePathOf, isDirectory: isFolder })
    },
    [upload],
  )
  // Rules are the session's: react-dropzone is given none, since it knows types by name only and speaks English.
  const { getRootProps, getInputProps, isDragActive, rootRef, inputRef } = useDropzone({
    disabled,
    noClick: true,
    noKeyboard: true,
    noPaste: true,
    preventDropOnDocument: false,
    getFilesFromEvent: (event) => readFiles(event, takeFiles),
    onDrop: (files, _rejections, event) => {
      if (ownerOf(event) === takeFiles) takeFiles(files)
    },
    onError: () => setNotice('nothingReadable'),
  })
  usePastes({ upload, disabled, takesForm: pasteFrom === 'form', rootRef, takeFiles, setNotice })
  const isNearby = useNearbyDrags(guardPage, setNotice)

  const open = useCallback(() => {
    // The same file picked twice changes nothing in the input, unless it is emptied in between.
    if (inputRef.current) inputRef.current.value = ''
    inputRef.current?.click()
  }, [inputRef])

  return {
    getRootProps,
    getInputProps,
    rootRef,
    open,
    notice,
    isDragging: isDragActive,
    isNearby: isNearby && !isDragActive && !disabled,
  }
}

type TakeFiles = (files: readonly File[]) => void

/** Which zone a drop belongs to: it bubbles from the inner one, which comes first, through all around it. */
const owners = new WeakMap<Event, TakeFiles>()

function ownerOf(event: DropEvent): TakeFiles | undefined {
  return owners.get(nativeOf(event))
}

function nativeOf(event: DropEvent): Event {
  return 'nativeEvent' in event ? event.nativeEvent : event
}

async function readFiles(
  event: DropEvent | FileSystemFileHandle[],
  zone: TakeFiles,
): Promise<Array<File | DataTransferItem>> {
  if (Array.isArray(event)) return []
  if (ownerOf(event) === undefined) owners.set(nativeOf(event), zone)
  if (ownerOf(event) !== zone) return []
  if ('dataTransfer' in event && event.dataTransfer) {
    // Before the drop there are items only: no browser tells names or sizes of what is dragged.
    return event.type === 'drop' ? readDroppedFiles(event.dataTransfer) : [...event.dataTransfer.items].filter(isFile)
  }
  return event.target instanceof HTMLInputElement ? takePicked(event.target) : []
}

function isFile(item: DataTransferItem): boolean {
  return item.kind === 'file'
}

/** Empties the input once its files are read, so that the same file can be picked again. */
function takePicked(input: HTMLInputElement): File[] {
  const files = [...(input.files ?? [])]
  input.value = ''
  return files
}

interface PasteOptions {
  upload: IntakeSession
  disabled: boolean
  takesForm: boolean
  rootRef: Intake['rootRef']
  takeFiles: (files: readonly File[]) => void
  setNotice: (notice: IntakeNotice | undefined) => void
}

function usePastes(options: PasteOptions): void {
  const { upload, disabled, takesForm, rootRef, takeFiles, setNotice } = options
  useEffect(() => {
    if (disabled) return undefined
    function onPaste(event: ClipboardEvent) {
      const content = event.clipboardData ? readPastedFiles(event.clipboardData) : ({ kind: 'text' } as const)
      if (content.kind === 'text') return
      event.preventDefault()
      if (content.kind === 'unreadable') setNotice('nothingReadable')
      else takeFiles(withOwnNames(content.files, upload))
    }
    return takePastes({ element: () => rootRef.current, takesForm, onPaste })
  }, [upload, disabled, takesForm, rootRef, takeFiles, setNotice])
}

function withOwnNames(files: readonly File[], upload: IntakeSession): File[] {
  const taken = new Set([...upload.getSnapshot().items.values()].map((item) => item.meta.name))
  return files.map((file) => {
    const named = namePastedFile(file, new Date(), (name) => taken.has(name))
    taken.add(named.name)
    return named
  })
}

function useNearbyDrags(guardPage: boolean, setNotice: (notice: IntakeNotice | undefined) => void): boolean {
  const [isNearby, setIsNearby] = useState(false)
  const isNear = useRef(false)
  useEffect(() => {
    if (!guardPage) return undefined
    return watchPageDrops({
      onMissed: () => setNotice('missed'),
      onNearby(next) {
        if (next && !isNear.current) setNotice(undefined)
        isNear.current = next
        setIsNearby(next)
      },
    })
  }, [guardPage, setNotice])
  return isNearby
}
