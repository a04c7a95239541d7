import { extensionOf } from './extensionOf.ts'
import { UploadError, type Stage } from './errors.ts'

const readBefore = new WeakSet<Blob>()

/** Remembers that a file could be read once: whatever it is, it is no folder. */
export function noteReadable(file: Blob): void {
  readBefore.add(file)
}

/**
 * What a failed read means. Browsers hand folders out as files that have neither type nor extension and can never be read;
 * anything else was changed, moved or deleted after it was picked.
 */
export function unreadableFile(file: Blob, stage: Stage, cause?: unknown): UploadError {
  const isFolder = file instanceof File && !readBefore.has(file) && file.type === '' && extensionOf(file.name) === ''
  return isFolder
    ? new UploadError({ code: 'file-is-directory', stage, hint: 'What was given as a file is a folder.', cause })
    : new UploadError({
        code: 'file-changed',
        stage,
        hint: 'The file was changed, moved or deleted after it was picked; it must be chosen again.',
        cause,
      })
}
