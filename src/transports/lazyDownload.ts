import type { DownloadSaver, DownloadTransport } from '../engine/downloadPorts.ts'
import { lazyModule } from '../engine/lazyModule.ts'

/** Fetching and saving: a page on which nobody downloads does without. */
const parts = lazyModule(() => import('./downloadParts.ts'))

/** Bytes that are kept in memory at the most. */
const bufferLimitBytes = 50 * 1024 * 1024

/** The transport on `fetch`, loaded with the first download. */
export function lazyDownloadTransport(): DownloadTransport {
  let transport: DownloadTransport | undefined
  const get = async () => (transport ??= (await parts.load('download')).createFetchDownloadTransport())
  return {
    open: async (request) => (await get()).open(request),
    probe: async (request) => (await get()).probe(request),
  }
}

/** The browser's own ways to keep a file, loaded with the first download. */
export function lazyFileSaver(): DownloadSaver {
  let saver: DownloadSaver | undefined
  const get = async () => (saver ??= (await parts.load('download')).createFileSaver({ bufferLimitBytes }))
  return {
    bufferLimitBytes,
    // A download that is handed over was tried by its transport first: the saver's code came with that one's, or comes now.
    handOver: async (url) => (await get()).handOver(url),
    createSink: async (request) => (await get()).createSink(request),
    dispose: () => saver?.dispose(),
  }
}
