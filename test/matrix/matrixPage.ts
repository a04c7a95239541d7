import { runDownload, runUpload } from './runRow.ts'

declare global {
  interface Window {
    matrix: { runUpload: typeof runUpload; runDownload: typeof runDownload }
  }
}

window.matrix = { runUpload, runDownload }
