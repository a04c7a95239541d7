import type { ChecksumAlgorithm, Checksums } from '../engine/ports.ts'

/** To the worker: compute, or, without a file, stop. */
export type HashRequest =
  | { id: number; file: Blob; algorithms: readonly ChecksumAlgorithm[] }
  | { id: number; file?: undefined; algorithms?: undefined }

/** From the worker. */
export type HashReply =
  | { id: number; checksums: Checksums; failure?: undefined }
  | { id: number; checksums?: undefined; failure: 'aborted' | 'unreadable' }
