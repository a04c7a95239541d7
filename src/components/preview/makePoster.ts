import { thumbnailPixels } from './makeThumbnail.ts'

/** Some codecs neither load nor fail. */
const patienceMs = 5000
/** Seconds: the very first picture of a film is often black. */
const moment = 0.5

/** A picture from the beginning of a film; undefined where the browser cannot play it. */
export async function makePoster(blob: Blob, signal: AbortSignal): Promise<ImageBitmap | undefined> {
  const video = document.createElement('video')
  const url = URL.createObjectURL(blob)
  try {
    video.muted = true
    video.preload = 'auto'
    video.src = url
    await happened(video, 'loadeddata', signal)
    video.currentTime = Math.min(moment, (Number.isFinite(video.duration) ? video.duration : 0) / 2)
    await happened(video, 'seeked', signal)
    return await createImageBitmap(video, { resizeQuality: 'medium', resizeHeight: thumbnailPixels })
  } catch {
    return undefined
  } finally {
    video.removeAttribute('src')
    // Frees the decoder, which removing the source alone does not.
    video.load()
    URL.revokeObjectURL(url)
  }
}

function happened(video: HTMLVideoElement, event: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController()
    const listen = (target: EventTarget, name: string, then: () => void) =>
      target.addEventListener(name, () => (settled.abort(), then()), { signal: settled.signal })
    const timer = setTimeout(() => (settled.abort(), reject(new Error('the film did not load'))), patienceMs)
    settled.signal.addEventListener('abort', () => clearTimeout(timer))
    listen(video, event, resolve)
    listen(video, 'error', () => reject(new Error('the film cannot be played')))
    listen(signal, 'abort', () => reject(new Error('nobody looks any more')))
  })
}
