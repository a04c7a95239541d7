import type { StallTimers } from './stallTimers.ts'

/** How far an upload has come, in bytes of the file. */
export interface UploadProgress {
  sentBytes: () => number
  /** Takes one event of the browser; `true` when it brought something new. */
  advance: (event: ProgressEvent) => boolean
}

/**
 * Counts what left. A form's total holds its own framing, so what was sent is scaled to the file's bytes; the count only grows
 * and never passes `fileBytes`.
 */
export function trackProgress(fileBytes: number, onProgress: (sentBytes: number) => void): UploadProgress {
  let sent = 0
  let seen = 0
  return {
    sentBytes: () => sent,
    advance: ({ loaded, total }) => {
      if (!(loaded > seen)) return false
      seen = loaded
      const scaled = total > 0 ? Math.floor((loaded / total) * fileBytes) : loaded
      const next = Math.min(scaled, fileBytes)
      if (next > sent) onProgress((sent = next))
      return true
    },
  }
}

/** Takes the upload's events until it is settled: what a browser tells after its end is no news. */
export function listenToUpload(
  upload: XMLHttpRequestUpload,
  progress: UploadProgress,
  timers: StallTimers,
  isSettled: () => boolean,
): void {
  upload.addEventListener('progress', (event) => {
    if (isSettled() || !progress.advance(event)) return
    if (event.lengthComputable && event.loaded >= event.total) timers.allSent()
    else timers.moved()
  })
  upload.addEventListener('load', (event) => {
    if (isSettled()) return
    progress.advance(event)
    timers.allSent()
  })
}
