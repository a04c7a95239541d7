import { createS3Adapter } from '../../src/adapters/s3/index.ts'
import type { HelpdeskSystem } from './systems.ts'

/** What the dev server mounts under `npm start -- --store s3`. */
export const s3Systems: readonly [HelpdeskSystem, ...HelpdeskSystem[]] = [
  {
    name: 's3',
    label: 'S3 bucket',
    kind: 'signed-put',
    adapter: createS3Adapter({
      endpoint: '/api/s3',
      kind: 'signed-put',
      offers: ['commit', 'verify', 'download', 'discard'],
      multipart: { minFileSize: 16 * 1024 ** 2 },
    }),
  },
]
