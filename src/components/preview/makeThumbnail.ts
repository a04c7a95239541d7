import { readRaster } from './readRaster.ts'

const maxBytes = 20_000_000
const maxPixels = 50_000_000
/** Pixels of the shorter side: a tile of 40 on a screen of two pixels per unit, and a little more. */
export const thumbnailPixels = 96
/** A sliver tells nothing at this size. */
const maxRatio = 8

/**
 * A small picture of a picture: decoded and scaled by the browser in its own threads, so that the page goes on. Undefined for
 * what is no raster picture, is too large to be worth it, or cannot be decoded (HEIC in most browsers, a broken file).
 */
export async function makeThumbnail(blob: Blob): Promise<ImageBitmap | undefined> {
  if (blob.size > maxBytes) return undefined
  const raster = await readRaster(blob)
  if (!raster || raster.width === 0 || raster.height === 0 || raster.width * raster.height > maxPixels) return undefined
  const { width, height } = raster
  if (Math.max(width / height, height / width) > maxRatio) return undefined
  return createImageBitmap(blob, { resizeQuality: 'medium', ...shorterSide(width, height) }).catch(() => undefined)
}

/** Only one side is given, the other follows; a picture smaller than its thumbnail is not blown up. */
function shorterSide(width: number, height: number): ImageBitmapOptions {
  const pixels = Math.min(thumbnailPixels, width, height)
  return width < height ? { resizeWidth: pixels } : { resizeHeight: pixels }
}
