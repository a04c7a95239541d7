import { useSignedUpload } from 'attachkit'
import { adapter } from './kitAdapter.ts'
import { mountUpload } from './kitUpload.tsx'

export const mount = mountUpload((options) => useSignedUpload({ ...options, adapter }))
