import type { DownloadSink } from '../engine/downloadPorts.ts'

/** What is used of https://wicg.github.io/file-system-access; not in every browser, and not in TypeScript's DOM library. */
interface SaveDialogWindow {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>
}

/** Whether a save dialog can be opened now: it needs a click that is not long past. */
export function hasSaveDialog(): boolean {
  const { showSaveFilePicker } = globalThis as SaveDialogWindow
  return typeof showSaveFilePicker === 'function' && globalThis.navigator.userActivation?.isActive !== false
}

/** Asks where to save and streams there: no more than a chunk is in memory. Rejects with `AbortError` when the dialog is closed. */
export async function createDiskSink(suggestedName: string): Promise<DownloadSink> {
  const handle = await (globalThis as SaveDialogWindow).showSaveFilePicker!({ suggestedName })
  const file = await handle.createWritable()
  return {
    write: (chunk) => file.write(chunk),
    restart: async () => {
      await file.truncate(0)
      await file.seek(0)
    },
    // The browser writes to a draft and puts it in place here; an aborted draft leaves nothing.
    save: () => file.close(),
    discard: () => file.abort(),
  }
}
