import type { DownloadSaver, DownloadSink } from '../engine/downloadPorts.ts'
import { checkCredentialUrl } from './checkCredentialUrl.ts'
import { createDiskSink, hasSaveDialog } from './diskSink.ts'
import { createMemorySink } from './memorySink.ts'

export interface FileSaverOptions {
  /** Bytes kept in memory at the most, where there is another way. @default 50 MB */
  bufferLimitBytes?: number | undefined
}

/** Chromium answers a link's click at once, Safari needs the object URL for a while. */
const revokeAfterMs = 40_000
/** Nothing tells a page that a frame's answer became a download; by then its headers have come. */
const frameLifeMs = 60_000

/**
 * Saves through the browser's own downloads. Small files become a Blob and a click on a link; large ones are left to the browser
 * in a hidden frame (no pop-up, and an error page in it is not seen), or go to disk through a save dialog where there is one.
 */
export function createFileSaver({ bufferLimitBytes = 50 * 1024 * 1024 }: FileSaverOptions = {}): DownloadSaver {
  const leftovers = new Set<() => void>()

  function cleanUpLater(cleanUp: () => void, ms: number) {
    const once = () => {
      clearTimeout(timer)
      if (leftovers.delete(once)) cleanUp()
    }
    const timer = setTimeout(once, ms)
    leftovers.add(once)
  }

  function saveBlob(blob: Blob, filename: string) {
    const url = URL.createObjectURL(blob)
    clickLink(url, filename)
    cleanUpLater(() => URL.revokeObjectURL(url), revokeAfterMs)
  }

  return {
    bufferLimitBytes,
    handOver(url) {
      checkCredentialUrl(url, 'download')
      const frame = addHiddenFrame(url)
      cleanUpLater(() => frame.remove(), frameLifeMs)
    },
    async createSink({ filename, totalBytes }): Promise<DownloadSink> {
      if (totalBytes !== undefined && totalBytes > bufferLimitBytes && hasSaveDialog()) return createDiskSink(filename)
      return createMemorySink((blob) => saveBlob(blob, filename))
    },
    dispose() {
      for (const cleanUp of leftovers) cleanUp()
    },
  }
}

function clickLink(url: string, filename: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = filename
  link.rel = 'noopener'
  link.click()
}

function addHiddenFrame(url: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.title = ''
  frame.setAttribute('aria-hidden', 'true')
  frame.referrerPolicy = 'no-referrer'
  // What is no download after all is neither run nor let out of the frame.
  frame.setAttribute('sandbox', 'allow-downloads')
  document.body.append(frame)
  // Set by script and not as an attribute beforehand: a signed address is not to be read from the document.
  frame.contentWindow?.location.replace(url)
  return frame
}
