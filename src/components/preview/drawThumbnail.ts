import { createQueue } from '../../engine/queue.ts'
import { makePoster } from './makePoster.ts'
import { makeThumbnail } from './makeThumbnail.ts'
import type { PreviewSource } from './previewSource.ts'

/** Of the whole page: decoded, a large photograph takes 200 MB for a moment. */
const decoding = createQueue(2)

/** Draws a small picture of the file when its turn comes. Resolves with whether there is one. */
export async function drawThumbnail(
  canvas: HTMLCanvasElement,
  source: PreviewSource,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    return await decoding.run(() => draw(canvas, source, signal), signal)
  } catch {
    // No picture is no failure: the icon is there.
    return false
  }
}

async function draw(canvas: HTMLCanvasElement, { kind, load }: PreviewSource, signal: AbortSignal): Promise<boolean> {
  const blob = await load(signal)
  const bitmap = await (kind === 'video' ? makePoster(blob, signal) : makeThumbnail(blob))
  if (!bitmap) return false
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  return !signal.aborted
}
