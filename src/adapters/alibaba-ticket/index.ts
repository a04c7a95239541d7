export { createAlibabaTicketAdapter } from './createAdapter.ts'
export type { AlibabaTicketOptions } from './createAdapter.ts'
export type * from './wire.ts'
