import type { DownloadSink, DownloadStream } from './downloadPorts.ts'
import { UploadError } from './errors.ts'

/** What of a download is kept from one try to the next. */
export interface Kept {
  sink: DownloadSink | undefined
  receivedBytes: number
  validator: string | undefined
}

/** Halves of two objects must not be put together. */
export async function refuseOtherObject({ offset, validator }: DownloadStream, kept: Kept): Promise<void> {
  const isChanged = kept.validator !== undefined && validator !== undefined && validator !== kept.validator
  const isOther = isChanged || offset > kept.receivedBytes
  kept.validator = validator ?? kept.validator
  if (!isOther) return
  kept.receivedBytes = 0
  await kept.sink?.restart()
  throw new UploadError({
    code: 'download-truncated',
    stage: 'download',
    hint: 'The file changed while it was downloaded.',
  })
}

/** Writes the body to the sink and tells after each chunk. A store that ignores Range sends again what is already here. */
export async function writeBody(
  { body, offset }: DownloadStream,
  kept: Kept,
  sink: DownloadSink,
  tell: () => void,
): Promise<void> {
  let position = offset
  tell()
  for await (const chunk of body) {
    const known = Math.max(0, kept.receivedBytes - position)
    position += chunk.length
    if (known >= chunk.length) continue
    await sink.write(known > 0 ? chunk.subarray(known) : chunk)
    kept.receivedBytes = position
    tell()
  }
}

/** A short file must not pass for a whole one. */
export function refuseTruncated(
  receivedBytes: number,
  totalBytes: number | undefined,
  listedBytes: number | undefined,
): void {
  const expected = Math.max(totalBytes ?? 0, listedBytes ?? 0)
  if (receivedBytes >= expected) return
  throw new UploadError({
    code: 'download-truncated',
    stage: 'download',
    hint: `Only ${receivedBytes} of ${expected} bytes arrived.`,
  })
}
