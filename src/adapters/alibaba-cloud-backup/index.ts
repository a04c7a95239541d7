export { createAlibabaCloudBackupAdapter } from './createAdapter.ts'
export type { AlibabaCloudBackupOptions } from './createAdapter.ts'
export type * from './wire.ts'
