import { runDownload, runUpload, type Outcome } from './runRow.ts'

let running: Promise<Outcome> | undefined

/** What a test calls in the page. */
const matrix = {
  runUpload,
  runDownload,
  /** Starts an upload and does not wait for it. */
  beginUpload(...call: Parameters<typeof runUpload>): void {
    running = runUpload(...call)
  },
  /** Resolves once the upload has noticed that it must wait. */
  async untilPaused(): Promise<void> {
    while (document.body.dataset['status'] !== 'paused') await new Promise((resolve) => setTimeout(resolve, 10))
  },
  /** How the upload that was started ended. */
  endUpload(): Promise<Outcome> {
    return running ?? Promise.reject(new Error('No upload was started.'))
  },
}

declare global {
  interface Window {
    matrix: typeof matrix
  }
}

window.matrix = matrix
