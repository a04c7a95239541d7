export { downloadFile } from './downloadFile.ts'
export { createQueue } from './queue.ts'
export { defaultRetryPolicy } from './retry.ts'
