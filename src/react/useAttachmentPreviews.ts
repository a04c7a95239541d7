'use client'
import { useEffect, useMemo, useRef } from 'react'
import type { DownloadTransport } from '../engine/downloadPorts.ts'
import { loadPreview } from '../engine/loadPreview.ts'
import type { Attachment, BackendAdapter } from '../engine/ports.ts'
import { createFetchDownloadTransport } from '../transports/fetchDownload.ts'
import { useObservedAdapter } from './useObservedAdapter.ts'

export interface AttachmentPreviewsOptions {
  /** May be a new object on each render: it counts from the next picture on. */
  adapter: BackendAdapter
  /** @default fetch */
  transport?: Pick<DownloadTransport, 'open'> | undefined
  /** Bytes; larger pictures keep their icon. @default 5000000 */
  maxBytes?: number | undefined
}

/** Loads the bytes of stored pictures. */
export interface AttachmentPreviews {
  /** Rejects where the picture cannot be had, or with `AbortError`. */
  readonly load: (attachment: Attachment, signal: AbortSignal) => Promise<Blob>
  readonly maxBytes: number
}

/**
 * Thumbnails of stored attachments: each is signed and fetched when its row comes into sight.
 *
 * @returns the same on every render: give it to a list as `previews`
 */
export function useAttachmentPreviews(options: AttachmentPreviewsOptions): AttachmentPreviews {
  const adapter = useObservedAdapter(options.adapter)
  const { transport, maxBytes = 5_000_000 } = options
  const latest = useRef({ adapter, transport })
  useEffect(() => void (latest.current = { adapter, transport }), [adapter, transport])

  return useMemo(() => {
    let own: Pick<DownloadTransport, 'open'> | undefined
    return {
      maxBytes,
      load(attachment, signal) {
        const { adapter: current, transport: given } = latest.current
        const carrier = given ?? (own ??= createFetchDownloadTransport())
        return loadPreview({
          attachment,
          adapter: current,
          transport: carrier,
          maxBytes,
          signDeadlineMs: 30_000,
          signal,
        })
      },
    }
  }, [maxBytes])
}
