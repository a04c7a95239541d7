import { extensionOf } from './contentType.ts'
import type { FileMeta } from './ports.ts'

/**
 * Types and extensions that mean the same file on different systems: Windows reports a CSV as Excel where Office is
 * installed, and a ZIP with an x- name; WebKit and Chromium disagree on HEIC. A group is one kind of file.
 */
const aliases: ReadonlyArray<readonly string[]> = [
  [
    '.csv',
    'text/csv',
    'application/csv',
    'text/x-csv',
    'text/comma-separated-values',
    'application/vnd.ms-excel',
    'text/plain',
  ],
  ['.zip', 'application/zip', 'application/x-zip', 'application/x-zip-compressed', 'multipart/x-zip'],
  ['.rar', 'application/vnd.rar', 'application/x-rar', 'application/x-rar-compressed'],
  ['.7z', 'application/x-7z-compressed', 'application/x-compressed'],
  ['.gz', 'application/gzip', 'application/x-gzip'],
  ['.tar', 'application/x-tar', 'application/tar'],
  ['.jpg', '.jpeg', '.jpe', '.jfif', 'image/jpeg', 'image/jpg', 'image/pjpeg'],
  ['.png', 'image/png', 'image/x-png'],
  ['.bmp', 'image/bmp', 'image/x-ms-bmp', 'image/x-bmp'],
  ['.tif', '.tiff', 'image/tiff'],
  ['.heic', '.heif', 'image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
  ['.svg', 'image/svg+xml', 'image/svg'],
  ['.ico', 'image/x-icon', 'image/vnd.microsoft.icon'],
  ['.pdf', 'application/pdf', 'application/x-pdf', 'application/acrobat'],
  ['.doc', 'application/msword', 'application/doc', 'application/vnd.ms-word'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['.xls', 'application/vnd.ms-excel', 'application/msexcel', 'application/x-msexcel'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.ppt', 'application/vnd.ms-powerpoint', 'application/mspowerpoint'],
  ['.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['.msg', 'application/vnd.ms-outlook', 'application/x-msg'],
  ['.eml', 'message/rfc822'],
  ['.log', 'text/plain', 'text/x-log'],
  ['.txt', 'text/plain'],
  ['.md', '.markdown', 'text/markdown', 'text/x-markdown'],
  ['.json', 'application/json', 'text/json'],
  ['.xml', 'application/xml', 'text/xml'],
  ['.yaml', '.yml', 'application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml'],
  ['.html', '.htm', 'text/html'],
  ['.js', '.mjs', 'text/javascript', 'application/javascript', 'application/x-javascript'],
  ['.rtf', 'application/rtf', 'text/rtf'],
  ['.mp3', 'audio/mpeg', 'audio/mp3'],
  ['.m4a', 'audio/mp4', 'audio/x-m4a', 'audio/m4a'],
  ['.wav', 'audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
  ['.mp4', '.m4v', 'video/mp4', 'video/x-m4v'],
  ['.mov', 'video/quicktime'],
  ['.mkv', 'video/x-matroska', 'video/matroska'],
  ['.avi', 'video/x-msvideo', 'video/avi', 'video/msvideo'],
  ['.ogg', 'audio/ogg', 'application/ogg'],
  ['.ai', 'application/illustrator', 'application/postscript'],
  ['.diff', '.patch', 'text/x-diff', 'text/x-patch'],
  [
    '.exe',
    'application/x-ms-dos-executable',
    'application/x-msdos-program',
    'application/vnd.microsoft.portable-executable',
  ],
  ['.iso', 'application/x-cd-image', 'application/x-iso9660-image'],
  ['.key', 'application/vnd.apple.keynote', 'application/pgp-keys'],
  ['.sh', 'application/x-sh', 'application/x-shellscript', 'text/x-sh'],
  ['.toml', 'application/toml'],
  ['.wasm', 'application/wasm'],
]

/** Whether a file is of an accepted kind: its extension or its type fits a rule, directly or by a known alias. */
export function matchesAccept(
  file: Pick<FileMeta, 'name' | 'contentType'>,
  accept: readonly string[] | undefined,
): boolean {
  if (!accept || accept.length === 0) return true
  const own = ownKinds(file)
  return accept.some((rule) => fits(own, rule.trim().toLowerCase()))
}

/** The file's extension, its type, and, by its extension, the other names of its kind. */
function ownKinds({ name, contentType }: Pick<FileMeta, 'name' | 'contentType'>): ReadonlySet<string> {
  const extension = `.${extensionOf(name)}`
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  const byExtension = aliases.filter((group) => group.includes(extension)).flat()
  const byType = isUsable(extension) ? [] : aliases.filter((group) => group.includes(type)).flat()
  return new Set([extension, type, ...byExtension, ...byType])
}

const isUsable = (extension: string) => extension.length > 1

function fits(own: ReadonlySet<string>, rule: string): boolean {
  if (rule === '*/*' || rule === '*') return true
  if (rule.endsWith('/*')) return [...own].some((kind) => kind.startsWith(rule.slice(0, -1)))
  return own.has(rule)
}
