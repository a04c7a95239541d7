import { resolveContentType } from './contentType.ts'
import { cleanName } from './displayName.ts'
import type { FileMeta } from './ports.ts'

/** What the kit tells others of a file, read once when it is added. The file itself keeps its name as it was. */
export function fileMeta(file: File, relativePath?: string): FileMeta {
  const name = cleanName(file.name)
  const { lastModified, size, type } = file
  const meta: FileMeta = { name, size, contentType: resolveContentType(name, type), lastModified }
  return relativePath ? { ...meta, relativePath: cleanName(relativePath) } : meta
}
