'use client'
import { useEffect } from 'react'
import type { Downloads, DownloadsOptions } from '../engine/downloads.ts'
import { createDownloads } from '../engine/downloads.ts'
import type { BackendAdapter } from '../engine/ports.ts'
import { lazyDownloadTransport, lazyFileSaver } from '../transports/lazyDownload.ts'
import { createLease, type Lease } from './lease.ts'
import type { UnmountPolicy } from './unmountPolicy.ts'
import { useLease } from './useLease.ts'
import { useObservedAdapter } from './useObservedAdapter.ts'

export interface AttachmentDownloadOptions extends Omit<DownloadsOptions, 'adapter' | 'transport' | 'saver'> {
  /** May be a new object on each render: it counts from the next download on. */
  adapter: BackendAdapter
  /** @default fetch */
  transport?: DownloadsOptions['transport'] | undefined
  /** @default the browser's own downloads */
  saver?: DownloadsOptions['saver'] | undefined
  /**
   * What becomes of running downloads on unmount: `keep` lets them finish, as a browser does when one goes to another page.
   * @default 'keep'
   */
  unmount?: UnmountPolicy | undefined
}

/**
 * Downloads attachments under their displayed names: the link is signed on click, with progress and cancel.
 *
 * @returns the downloads, the same on every render: give them to a list as `downloads`
 * @example
 * const downloads = useAttachmentDownload({ adapter })
 * return <AttachmentList attachments={attachments} downloads={downloads} />
 */
export function useAttachmentDownload(options: AttachmentDownloadOptions): Downloads {
  const adapter = useObservedAdapter(options.adapter)
  const downloads = useLease({
    key: adapter.name,
    open: () =>
      createLease(
        createDownloads({
          ...options,
          adapter,
          transport: options.transport ?? lazyDownloadTransport(),
          saver: options.saver ?? lazyFileSaver(),
        }),
      ),
    leave: options.unmount === 'cancel' ? close : finish,
  })
  useEffect(() => downloads.configure({ adapter }), [downloads, adapter])

  return downloads
}

function close(lease: Lease<Downloads>): void {
  lease.close()
}

/** What runs ends by itself, and what saving left in the page is taken away in time. */
function finish(): void {}
