import type { DownloadSink } from '../engine/downloadPorts.ts'

/** Keeps the bytes and gives them on as one Blob. Its type says nothing of the content, so that no browser shows it in the page. */
export function createMemorySink(saveBlob: (blob: Blob) => void): DownloadSink {
  let chunks: Uint8Array<ArrayBuffer>[] = []
  const forget = async () => {
    chunks = []
  }
  return {
    async write(chunk) {
      chunks.push(chunk)
    },
    restart: forget,
    async save() {
      saveBlob(new Blob(chunks, { type: 'application/octet-stream' }))
      await forget()
    },
    discard: forget,
  }
}
