import { UploadError } from './errors.ts'
import type { Item } from './item.ts'
import { sniffMismatch } from './sniffType.ts'
import { unreadableFile } from './unreadableFile.ts'

/** What a file's first bytes say it is, where they contradict its name; with `reject` that is a `file-invalid-type`. */
export async function findMismatch({ file, meta }: Item, policy: 'warn' | 'reject'): Promise<string | undefined> {
  const kind = await sniffMismatch(file, meta).catch((cause: unknown) => {
    throw unreadableFile(file, 'validate', cause)
  })
  if (kind === undefined || policy === 'warn') return kind
  const hint = `The file's first bytes do not fit its name: ${kind}.`
  throw new UploadError({ code: 'file-invalid-type', stage: 'validate', hint })
}
