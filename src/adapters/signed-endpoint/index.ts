export { createSignedEndpointAdapter } from './createAdapter.ts'
export type { EndpointOperation, SignedEndpointOptions } from './createAdapter.ts'
export type * from './wire.ts'
