export { createAwsPresigner } from './createAwsPresigner.ts'
