import { useSignedUpload } from 'attachkit'
import { batchAdapter } from './kitAdapter.ts'
import { mountUpload } from './kitUpload.tsx'

export const mount = mountUpload((options) => useSignedUpload({ ...options, adapter: batchAdapter }))
