import { S3Client } from '@aws-sdk/client-s3'
import { createS3Store } from 'attachkit/server'
import { createAwsPresigner } from 'attachkit/server/aws'

const region = 'eu-central-1'
// The key is what the SDK finds: a role, a profile, the environment.
const client = new S3Client({ region })

export const store = createS3Store({
  endpoint: `https://s3.${region}.amazonaws.com`,
  bucket: 'attachments',
  region,
  presigner: createAwsPresigner(client),
})
