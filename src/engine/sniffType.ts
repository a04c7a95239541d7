import { extensionOf } from './extensionOf.ts'
import type { FileMeta } from './ports.ts'

/** Enough for every signature below; far under the 4 kB that a check may read. */
const headBytes = 16

/** First bytes in hex, `.` for any digit, and the extensions that they may stand behind. */
const signatures: ReadonlyArray<{ kind: string; hex: string; extensions: readonly string[] }> = [
  { kind: 'PNG', hex: '89504e470d0a1a0a', extensions: ['png', 'apng'] },
  { kind: 'JPEG', hex: 'ffd8ff', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  { kind: 'GIF', hex: '474946383.61', extensions: ['gif'] },
  { kind: 'WebP', hex: '52494646........57454250', extensions: ['webp'] },
  { kind: 'BMP', hex: '424d............0000', extensions: ['bmp', 'dib'] },
  { kind: 'TIFF', hex: '49492a00', extensions: ['tif', 'tiff', 'dng', 'nef', 'cr2', 'arw'] },
  { kind: 'TIFF', hex: '4d4d002a', extensions: ['tif', 'tiff', 'dng', 'nef'] },
  { kind: 'PDF', hex: '255044462d', extensions: ['pdf', 'ai'] },
  {
    kind: 'Windows program',
    hex: '4d5a..00',
    extensions: ['exe', 'dll', 'sys', 'scr', 'com', 'msi', 'ocx', 'cpl', 'efi'],
  },
  { kind: 'Linux program', hex: '7f454c46', extensions: ['so', 'elf', 'bin', 'o', 'out', 'run', 'appimage'] },
  { kind: 'macOS program', hex: 'cffaedfe', extensions: ['dylib', 'bundle', 'bin', 'o'] },
  { kind: '7-Zip archive', hex: '377abcaf271c', extensions: ['7z'] },
  { kind: 'RAR archive', hex: '526172211a07', extensions: ['rar', 'cbr'] },
]

/** Kinds whose files always begin with a signature above: a file that claims one and lacks it is not what it says. */
const checkable: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'pdf'])

/**
 * What a file's first bytes say it is, where that clearly contradicts its name; undefined where it agrees or nobody can
 * tell. Archives in disguise (docx, jar, apk are all ZIP) and text are never a contradiction.
 */
export async function sniffMismatch(file: Blob, { name }: Pick<FileMeta, 'name'>): Promise<string | undefined> {
  const extension = extensionOf(name)
  const head = hexOf(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()))
  const found = signatures.filter(({ hex }) => new RegExp(`^${hex}`).test(head))
  if (found.length > 0) return found.some((known) => fits(known, extension)) ? undefined : found[0]?.kind
  return checkable.has(extension) && head !== '' ? 'unknown' : undefined
}

/** A file without an extension claims nothing. */
function fits({ extensions }: { extensions: readonly string[] }, extension: string): boolean {
  return extension === '' || extensions.includes(extension)
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
