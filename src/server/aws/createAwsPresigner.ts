import type { S3Client } from '@aws-sdk/client-s3'
import { canonicalQuery } from '../../signing/canonicalQuery.ts'
import type { S3Presigner } from '../s3Presigner.ts'

/**
 * Signs with the AWS SDK's own presigners, so with the key that the client finds: a role, a profile, SSO, the environment. The
 * packages `@aws-sdk/client-s3`, `@aws-sdk/s3-request-presigner` and `@aws-sdk/s3-presigned-post` are yours to install.
 *
 * @example
 * const presigner = createAwsPresigner(new S3Client({ region: 'eu-central-1' }))
 * const store = createS3Store({ endpoint, bucket, region: 'eu-central-1', presigner })
 */
export function createAwsPresigner(client: S3Client): S3Presigner {
  // Loaded with the first signature: on import the SDK adds a global of its own.
  const loadSigner = async () => {
    const { S3RequestPresigner } = await import('@aws-sdk/s3-request-presigner')
    return new S3RequestPresigner({ ...client.config })
  }

  return {
    presignUrl: async (url, { method, headers = {}, query = [] }, { signedAt, expiresSeconds }) => {
      const signer = await loadSigner()
      const { hostname, pathname, port, protocol } = new URL(url)
      const signed = await signer.presign(
        {
          method,
          protocol,
          hostname,
          ...(port === '' ? {} : { port: Number(port) }),
          path: pathname,
          query: Object.fromEntries(query),
          headers: { ...headers },
        },
        {
          expiresIn: expiresSeconds,
          signingDate: new Date(signedAt),
          // The presigner leaves Content-Type out of what it signs, unless it is told.
          signableHeaders: new Set(Object.keys(headers).map((name) => name.toLowerCase())),
        },
      )
      return `${url}?${canonicalQuery(pairsOf(signed.query ?? {}))}`
    },
    // The SDK dates a form by its own clock.
    signPost: async ({ bucket, fields, sizeRange }, { expiresSeconds }) => {
      const { createPresignedPost } = await import('@aws-sdk/s3-presigned-post')
      const { key = '', ...more } = fields
      const { fields: signed } = await createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Fields: more,
        Conditions: [['content-length-range', ...sizeRange]],
        Expires: expiresSeconds,
      })
      return signed
    },
  }
}

type Query = Readonly<Record<string, string | string[] | null>>

function pairsOf(query: Query): [name: string, value: string][] {
  return Object.entries(query).flatMap(([name, values]) =>
    [values ?? ''].flat().map((value) => [name, value] as [string, string]),
  )
}
