export { createS3Adapter } from './createAdapter.ts'
export type { S3Options } from './createAdapter.ts'
export type { EndpointOperation } from '../signed-endpoint/createAdapter.ts'
export type * from '../signed-endpoint/wire.ts'
