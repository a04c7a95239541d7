export { faultPresets } from '../../src/dev-server/faultPresets.ts'
