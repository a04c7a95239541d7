import { resolveContentType } from './contentType.ts'
import type { FileMeta } from './ports.ts'

/** What the kit tells others of a file, read once when it is added. Names are NFC: macOS hands them out decomposed. */
export function fileMeta(file: File, relativePath?: string): FileMeta {
  const name = file.name.normalize('NFC')
  return {
    name,
    size: file.size,
    contentType: resolveContentType(name, file.type),
    lastModified: file.lastModified,
    ...(relativePath ? { relativePath: relativePath.normalize('NFC') } : {}),
  }
}
