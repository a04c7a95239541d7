export { createSignedEndpointAdapter } from './createAdapter.ts'
export type { EndpointOperation, SignedEndpointOptions } from './createAdapter.ts'
export type { MultipartOptions } from './lazyMultipart.ts'
export type * from './wire.ts'
