import { useFormPolicyUpload } from 'attachkit'
import { formAdapter } from './kitAdapter.ts'
import { mountUpload } from './kitUpload.tsx'

export const mount = mountUpload((options) => useFormPolicyUpload({ ...options, adapter: formAdapter }))
