export { createZendeskAdapter } from './createAdapter.ts'
export type { ZendeskOptions } from './createAdapter.ts'
export type * from './wire.ts'
