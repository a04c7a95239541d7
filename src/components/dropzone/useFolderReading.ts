'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FoundFiles } from './readDroppedFiles.ts'
import { readDroppedFiles } from './readDroppedFiles.ts'

/** Milliseconds between two counts that are shown. */
const tellEveryMs = 100

interface FolderReading {
  /** Files found so far; undefined while no folder is read. */
  found: number | undefined
  /** The files of a drop, or undefined when the walk through its folders was stopped. */
  read: (data: DataTransfer) => Promise<FoundFiles | undefined>
  stop: () => void
}

/** Walks through dropped folders, tells how far it is, and can be stopped. */
export function useFolderReading(): FolderReading {
  const [found, setFound] = useState<number>()
  const stopper = useRef<AbortController>(undefined)
  useEffect(() => () => stopper.current?.abort(), [])

  const read = useCallback(async (data: DataTransfer) => {
    const { signal } = (stopper.current = new AbortController())
    let toldAt = -Infinity
    const onFound = (count: number) => {
      const now = performance.now()
      if (signal.aborted || now - toldAt < tellEveryMs) return
      // The first count follows at once: that a folder is looked through is said before anything is found.
      if (count > 0) toldAt = now
      setFound(count)
    }
    try {
      const files = await readDroppedFiles(data, { signal, onFound })
      return signal.aborted ? undefined : files
    } finally {
      setFound(undefined)
    }
  }, [])
  return { found, read, stop: useCallback(() => stopper.current?.abort(), []) }
}
