/** What the first bytes of a picture say of it. */
export interface Raster {
  /** The type the bytes have, whatever the file is called. */
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/bmp' | 'image/avif'
  width: number
  height: number
}

/** A JPEG may carry a colour profile and a small picture of itself before it tells its size. */
const headBytes = 512 * 1024

/**
 * Reads type and size of a raster picture without decoding it; undefined for everything else. Only what is recognised here is
 * ever decoded or shown: an SVG or a page under the name of a picture is neither.
 */
export async function readRaster(blob: Blob): Promise<Raster | undefined> {
  const head = new DataView(await blob.slice(0, headBytes).arrayBuffer())
  if (head.byteLength < 26) return undefined
  return readPng(head) ?? readGif(head) ?? readJpeg(head) ?? readWebp(head) ?? readBmp(head) ?? readAvif(head)
}

function textAt(head: DataView, at: number, length: number): string {
  return String.fromCharCode(...new Uint8Array(head.buffer, at, Math.min(length, head.byteLength - at)))
}

function readPng(head: DataView): Raster | undefined {
  if (head.getUint32(0) !== 0x89504e47 || textAt(head, 12, 4) !== 'IHDR') return undefined
  return { type: 'image/png', width: head.getUint32(16), height: head.getUint32(20) }
}

function readGif(head: DataView): Raster | undefined {
  if (!/^GIF8[79]a/.test(textAt(head, 0, 6))) return undefined
  return { type: 'image/gif', width: head.getUint16(6, true), height: head.getUint16(8, true) }
}

function readBmp(head: DataView): Raster | undefined {
  if (textAt(head, 0, 2) !== 'BM' || head.getUint32(14, true) < 40) return undefined
  return { type: 'image/bmp', width: Math.abs(head.getInt32(18, true)), height: Math.abs(head.getInt32(22, true)) }
}

/** Walks the segments up to the frame header; C4, C8 and CC look like one and are none. */
function readJpeg(head: DataView): Raster | undefined {
  if (head.getUint16(0) !== 0xffd8) return undefined
  for (let at = 2; at + 9 < head.byteLength; at += 2 + head.getUint16(at + 2)) {
    const marker = head.getUint16(at)
    if (marker < 0xffc0) return undefined
    const isFrame = marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { type: 'image/jpeg', width: head.getUint16(at + 7), height: head.getUint16(at + 5) }
  }
  return undefined
}

function readWebp(head: DataView): Raster | undefined {
  if (head.byteLength < 30 || textAt(head, 0, 4) !== 'RIFF' || textAt(head, 8, 4) !== 'WEBP') return undefined
  const type = 'image/webp'
  switch (textAt(head, 12, 4)) {
    case 'VP8 ':
      return { type, width: head.getUint16(26, true) & 0x3fff, height: head.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = head.getUint32(21, true)
      return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X': {
      const threeBytes = (at: number) => head.getUint16(at, true) + (head.getUint8(at + 2) << 16) + 1
      return { type, width: threeBytes(24), height: threeBytes(27) }
    }
    default:
      return undefined
  }
}

/** The size stands in the `ispe` property of the file's boxes. */
function readAvif(head: DataView): Raster | undefined {
  if (textAt(head, 4, 4) !== 'ftyp' || !/avif|avis/.test(textAt(head, 8, 24))) return undefined
  const at = textAt(head, 0, 4096).indexOf('ispe')
  if (at < 0 || at + 16 > head.byteLength) return undefined
  return { type: 'image/avif', width: head.getUint32(at + 8), height: head.getUint32(at + 12) }
}
