export { createActiveStorageAdapter } from './createAdapter.ts'
export type { ActiveStorageOptions } from './createAdapter.ts'
export type * from './wire.ts'
