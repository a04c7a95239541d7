'use client'
import { useMessages } from '../../react/useMessages.ts'
import { useDropzoneContext } from './dropzoneContext.ts'

/**
 * What dropping the dragged files will do, in words; neutral while it cannot be known.
 *
 * @param part who asks, for the error outside of a zone
 */
export function useReleaseText(part: string): string {
  const { state, limits, room = 0, draggedCount } = useDropzoneContext(part)
  const { dropzone } = useMessages()
  if (state.full) return dropzone.full
  if (state.verdict === 'all') return dropzone.releaseAll({ count: draggedCount })
  if (state.verdict === 'some') return dropzone.releaseSome({ room })
  if (state.verdict === 'none') return dropzone.releaseNone({ types: limits.types })
  return state.aimed ? dropzone.releasePage : dropzone.release
}
