'use client'
import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import type { PreviewSource } from './previewSource.ts'
import { whenVisible } from './whenVisible.ts'

/** Draws the picture once the row is in sight; tells whether it is there. What draws is loaded with the first picture. */
export function useThumbnail(canvas: RefObject<HTMLCanvasElement | null>, source: PreviewSource | undefined): boolean {
  const [drawn, setDrawn] = useState<PreviewSource>()
  useEffect(() => {
    const element = canvas.current
    const tile = element?.parentElement
    if (!source || !element || !tile) return undefined
    const controller = new AbortController()
    const draw = async () => {
      const { drawThumbnail } = await import('./drawThumbnail.ts')
      if (await drawThumbnail(element, source, controller.signal)) setDrawn(source)
    }
    const stop = whenVisible(tile, () => void draw())
    return () => {
      stop()
      controller.abort()
    }
  }, [canvas, source])
  return source !== undefined && drawn === source
}
