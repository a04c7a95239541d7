'use client'
import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import { lazyModule } from '../../engine/lazyModule.ts'
import type { PreviewSource } from './previewSource.ts'
import { whenVisible } from './whenVisible.ts'

/** Loaded with the first picture. Where it cannot be had, the icon stays. */
const drawing = lazyModule(() => import('./drawThumbnail.ts'))

/** Draws the picture once the row is in sight; tells whether it is there. */
export function useThumbnail(canvas: RefObject<HTMLCanvasElement | null>, source: PreviewSource | undefined): boolean {
  const [drawn, setDrawn] = useState<PreviewSource>()
  useEffect(() => {
    const element = canvas.current
    const tile = element?.parentElement
    if (!source || !element || !tile) return undefined
    const controller = new AbortController()
    const draw = async () => {
      const code = await drawing.load('list').catch(() => {})
      if (await code?.drawThumbnail(element, source, controller.signal)) setDrawn(source)
    }
    const stop = whenVisible(tile, () => void draw())
    return () => {
      stop()
      controller.abort()
    }
  }, [canvas, source])
  return source !== undefined && drawn === source
}
