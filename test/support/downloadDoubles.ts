import type {
  DownloadSaver,
  DownloadSink,
  DownloadStream,
  DownloadTransport,
  OpenDownload,
} from '../../src/engine/downloadPorts.ts'
import type { DownloadJob } from '../../src/engine/downloadFile.ts'
import type { UploadError } from '../../src/engine/errors.ts'
import type { DownloadCredential, DownloadRequest } from '../../src/engine/ports.ts'

/** What a scripted store does with one request: an answer, or the error it ends in. */
export type Answer = Partial<Omit<DownloadStream, 'body' | 'close'>> & { chunks?: number[][]; breaksWith?: Error }

/** A download transport that answers from a list and keeps what it was asked. */
export function scriptedTransport(
  answers: (Answer | UploadError)[],
  probes: (UploadError | 'fine')[] = [],
  onProbe?: () => void,
) {
  const opened: OpenDownload[] = []
  const left: string[] = []
  const transport: DownloadTransport = {
    async open(request) {
      opened.push(request)
      const answer = answers.shift()
      if (!answer || answer instanceof Error) throw answer ?? new Error('no answer is left in the script')
      return {
        totalBytes: undefined,
        filename: undefined,
        validator: undefined,
        offset: request.offset,
        ...answer,
        body: bodyOf(answer),
        close: () => void left.push('closed'),
      }
    },
    async probe(request) {
      const verdict = probes.shift() ?? 'fine'
      onProbe?.()
      left.push(`probed ${request.credential.url}`)
      if (verdict !== 'fine') throw verdict
    },
  }
  return { transport, opened, left }
}

async function* bodyOf({ chunks = [], breaksWith }: Answer): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const chunk of chunks) yield Uint8Array.from(chunk)
  if (breaksWith) throw breaksWith
}

/** A saver that keeps everything in the test: what was saved, handed over, thrown away. */
export function recordingSaver(bufferLimitBytes = 100) {
  const log: string[] = []
  const written: number[] = []
  const saver: DownloadSaver = {
    bufferLimitBytes,
    handOver: (url) => void log.push(`handed over ${url}`),
    async createSink({ filename, totalBytes }): Promise<DownloadSink> {
      log.push(`opened ${filename} (${totalBytes})`)
      return {
        write: async (chunk) => void written.push(...chunk),
        restart: async () => {
          log.push('restarted')
          written.length = 0
        },
        save: async () => void log.push(`saved ${written.join(',')}`),
        discard: async () => void log.push('discarded'),
      }
    },
    dispose: () => void log.push('disposed'),
  }
  return { saver, log }
}

/** An adapter that signs `link-1`, `link-2`, ... */
export function signingAdapter(credential: Partial<DownloadCredential> = {}) {
  const requests: DownloadRequest[] = []
  const adapter: DownloadJob['adapter'] = {
    async requestDownload(request) {
      requests.push(request)
      return { url: `link-${requests.length}`, headers: {}, bindsFilename: false, ...credential }
    },
  }
  return { adapter, requests }
}
