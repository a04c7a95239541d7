import { duplicateKey } from './admitFiles.ts'
import { fileMeta } from './fileMeta.ts'
import type { InterruptedUpload } from './uploadJournal.ts'

/** Whether a file that was chosen again is the one from before: by name, size and date. Its bytes are compared when it is sent. */
export function isInterruptedFile({ file: before }: InterruptedUpload, file: File): boolean {
  return duplicateKey(before) === duplicateKey(fileMeta(file, before.relativePath))
}
