export { cocRules, createHuaweiCocAdapter } from './createAdapter.ts'
export type { HuaweiCocOptions } from './createAdapter.ts'
export type * from './wire.ts'
