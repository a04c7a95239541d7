'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import { canRename } from '../../engine/selectors.ts'
import type { Item } from '../../engine/item.ts'
import type { ListSession } from './attachmentListContext.ts'

/** The renaming of one row. */
export interface Rename {
  /** Its name may be changed now. */
  isPossible: boolean
  isEditing: boolean
  begin: () => void
  /** Ends editing. A name that nothing can be done with yet, because a step is at work, is given when that step is over. */
  save: (name: string) => void
  cancel: () => void
}

export function useRename(upload: ListSession, item: Item | undefined): Rename {
  const [isEditing, setIsEditing] = useState(false)
  const wish = useRef<string>(undefined)
  const id = item?.id
  const isPossible = item !== undefined && canRename(item)

  useEffect(() => {
    if (id === undefined || wish.current === undefined || !isPossible) return
    upload.rename(id, wish.current)
    wish.current = undefined
  }, [upload, id, isPossible])

  return useMemo(
    () => ({
      isPossible,
      isEditing,
      begin: () => setIsEditing(isPossible),
      save(name) {
        setIsEditing(false)
        if (id !== undefined && isPossible) upload.rename(id, name)
        else wish.current = name
      },
      cancel: () => setIsEditing(false),
    }),
    [upload, id, isPossible, isEditing],
  )
}
