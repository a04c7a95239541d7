import { resolveContentType } from './contentType.ts'
import { cleanName } from './displayName.ts'
import type { FileMeta } from './ports.ts'

/** What the kit tells others of a file, read once when it is added. The file itself keeps its name as it was. */
export function fileMeta(file: File, relativePath?: string): FileMeta {
  const name = cleanName(file.name)
  return {
    name,
    size: file.size,
    contentType: resolveContentType(name, file.type),
    lastModified: file.lastModified,
    ...(relativePath ? { relativePath: cleanName(relativePath) } : {}),
  }
}
