import { createAttachmentServer, createMemoryRecords, createS3Store } from 'attachkit/server'

const store = createS3Store({
  endpoint: process.env['S3_ENDPOINT'] ?? 'https://s3.eu-central-1.amazonaws.com',
  region: process.env['S3_REGION'] ?? 'eu-central-1',
  bucket: process.env['S3_BUCKET'] ?? 'attachments',
  accessKey: { id: process.env['S3_KEY_ID'] ?? '', secret: process.env['S3_KEY_SECRET'] ?? '' },
})

/** `(Request) => Promise<Response>`: a route handler of Next.js, Hono, Remix, Bun or Deno as it stands. */
export const attachments = createAttachmentServer({
  store,
  records: createMemoryRecords(), // in earnest: four functions over a table of your database
  maxBytes: 50_000_000,
  authorize: (request) => (request.headers.get('cookie') ? 'tickets/42' : 401),
  checkFile: ({ name }) => (/\.(exe|bat)$/i.test(name) ? 'file-invalid-type' : undefined),
})
