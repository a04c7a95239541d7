'use client'
import type { SignedPutCredential, Transports } from '../engine/ports.ts'
import type { Session } from '../engine/sessionTypes.ts'
import { lazyTransport } from '../transports/lazyTransport.ts'
import type { UploadHookOptions } from './uploadOptions.ts'
import { useUpload } from './useUpload.ts'

export type SignedUploadOptions = UploadHookOptions<SignedPutCredential['kind']>

/**
 * Uploads files with signed PUT requests (OSS, S3 and compatible stores, header signatures).
 *
 * @returns the session, the same one on every render: give it to components as `upload`
 * @example
 * const upload = useSignedUpload({ adapter, draftId: ticket.id, onDone: (item, attachment) => note(attachment.handle) })
 * return <Dropzone.Root upload={upload}>…</Dropzone.Root>
 */
export function useSignedUpload(options: SignedUploadOptions): Session {
  return useUpload(options, createTransports)
}

function createTransports(): Transports<'signed-put'> {
  return {
    'signed-put': lazyTransport(() =>
      import('../transports/signedPut.ts').then((module) => module.createSignedPutTransport()),
    ),
  }
}
