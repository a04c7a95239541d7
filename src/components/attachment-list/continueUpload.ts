import { isInterruptedFile } from '../../engine/isInterruptedFile.ts'
import type { InterruptedUpload } from '../../engine/uploadJournal.ts'
import type { ListSession } from './attachmentListContext.ts'
import { chooseFile } from './chooseFile.ts'

/** What became of it: the file is gone from where it was, or another one was chosen in its place. */
export type ContinuationEnd = 'begun' | 'gone' | 'otherFile'

/** Opens the file, or has it chosen where there is no source, and sends what is missing of it. */
export async function continueUpload(
  upload: ListSession,
  interrupted: InterruptedUpload,
  source: FileSystemFileHandle | undefined,
): Promise<ContinuationEnd> {
  const file = await (source ? openAgain(source) : chooseFile(interrupted.file.name))
  if (!file) return 'gone'
  if (!isInterruptedFile(interrupted, file)) return source ? 'gone' : 'otherFile'
  upload.add([file], { relativePath: () => interrupted.file.relativePath })
  return 'begun'
}

/** A handle that was stored asks again whether it may be read; TypeScript's types do not know. */
interface StoredHandle extends FileSystemFileHandle {
  requestPermission?: (wanted: { mode: 'read' }) => Promise<PermissionState>
}

/** Undefined where the person does not allow it, or the file was moved. */
async function openAgain(source: StoredHandle): Promise<File | undefined> {
  try {
    await source.requestPermission?.({ mode: 'read' })
    return await source.getFile()
  } catch {
    return undefined
  }
}
