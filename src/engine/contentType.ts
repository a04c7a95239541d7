import { extensionOf } from './extensionOf.ts'
import { fileKinds } from './fileKinds.ts'

/**
 * The one content type of a file: the browser's, else by extension, else `application/octet-stream`. The type a backend signs
 * and the type that is sent must be one value.
 */
export function resolveContentType(name: string, reportedType: string): string {
  if (reportedType) return reportedType
  const extension = extensionOf(name)
  const known = fileKinds().find(({ extensions }) => extensions.includes(extension))
  return known?.sentType ?? 'application/octet-stream'
}
