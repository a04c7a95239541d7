export { createDingtalkStorageAdapter } from './createAdapter.ts'
export type { DingtalkStorageOptions } from './createAdapter.ts'
export { checkDingtalkName } from './nameRules.ts'
export type * from './wire.ts'
