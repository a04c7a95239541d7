'use client'
import { useEffect, useLayoutEffect } from 'react'
import type { RefObject } from 'react'
import { useDropzone } from 'react-dropzone'
import type { DraggedTypes } from './dropVerdict.ts'
import { draggedTypes } from './dropVerdict.ts'
import type { DragHandlers } from './dragRelay.ts'
import { isOwner } from './zoneOwner.ts'

export interface DragFollowerProps {
  zone: RefObject<HTMLElement | null>
  /** Takes the handlers of the zone's element; returns the function that takes them away. */
  attach: (handlers: DragHandlers) => () => void
  /** What hangs over the zone; undefined once it is gone. */
  onDrag: (types: DraggedTypes | undefined) => void
}

/**
 * Follows what is dragged over a zone and its children, and renders nothing. Rules are the session's, and files the zone's
 * own business: react-dropzone is given none, since it knows types by name only and speaks English.
 */
export function DragFollower({ zone, attach, onDrag }: DragFollowerProps): null {
  const { getRootProps, isDragActive, rootRef } = useDropzone({
    noClick: true,
    noKeyboard: true,
    noPaste: true,
    preventDropOnDocument: false,
    async getFilesFromEvent(event) {
      if (Array.isArray(event) || event.type === 'drop' || !isOwner(event, zone)) return []
      // Before the drop there are items only: no browser tells names or sizes of what is dragged.
      return 'dataTransfer' in event ? [...(event.dataTransfer?.items ?? [])].filter(isFile) : []
    },
    onDragEnter: ({ dataTransfer }) => onDrag(draggedTypes(dataTransfer)),
  })
  // Before the handlers are attached, which may begin with a drag that entered earlier.
  useLayoutEffect(() => {
    if (!isDragActive) onDrag(undefined)
  }, [isDragActive, onDrag])
  useLayoutEffect(() => {
    if (zone.current) rootRef.current = zone.current
    const { onDragEnter, onDragOver, onDragLeave, onDrop } = getRootProps()
    return attach({ onDragEnter, onDragOver, onDragLeave, onDrop })
  }, [zone, rootRef, getRootProps, attach])
  useEffect(() => () => onDrag(undefined), [onDrag])
  return null
}

function isFile({ kind }: DataTransferItem): boolean {
  return kind === 'file'
}
