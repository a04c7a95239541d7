import { S3Client } from '@aws-sdk/client-s3'
import { createAwsPresigner } from '../../src/server/aws/index.ts'
import type { AccessKey } from '../../src/signing/accessKey.ts'
import { createMemoryRecords } from '../../src/server/attachmentRecords.ts'
import { createAttachmentServer } from '../../src/server/createAttachmentServer.ts'
import { createAzureStore, type AzureStoreOptions } from '../../src/server/azureStore.ts'
import { createS3Store, type S3StoreOptions } from '../../src/server/s3Store.ts'
import type { SigningStore } from '../../src/server/signingStore.ts'

/** Ways to sign, right and wrong; a wrong one is what a backend with a mistake in it would hand out. */
export type Manner = 'right' | 'expired' | 'unknown-key' | 'no-bucket'
/** What speaks S3 is signed for by the SDK of AWS, too. */
export type S3Manner = Manner | 'aws-sdk'

/** A store to sign for, by the way it is uploaded to and the manner of signing, as a path: `put/right`. */
export type StoresByPath = Readonly<Record<string, SigningStore>>

const anHourAgo = () => Date.now() - 3_600_000

type S3Place = Pick<S3StoreOptions, 'endpoint' | 'region' | 'bucket'> & { accessKey: AccessKey }

export function s3Stores(place: S3Place): StoresByPath {
  const manners: Readonly<Record<S3Manner, Partial<S3StoreOptions>>> = {
    right: {},
    'aws-sdk': { accessKey: undefined, presigner: createAwsPresigner(awsClientOf(place)) },
    expired: { now: anHourAgo },
    'unknown-key': { accessKey: { id: 'DEVONLYNOBODY', secret: 'made-up' } },
    'no-bucket': { bucket: 'no-such-bucket' },
  }
  const pathsOf = (upload: 'put' | 'form') =>
    Object.entries(manners).map(
      ([manner, change]) =>
        [`${upload}/${manner}`, createS3Store({ ...place, pathStyle: true, upload, ...change })] as const,
    )
  return Object.fromEntries([...pathsOf('put'), ...pathsOf('form')])
}

function awsClientOf({ accessKey, endpoint, region }: S3Place): S3Client {
  const credentials = { accessKeyId: accessKey.id, secretAccessKey: accessKey.secret }
  return new S3Client({ ...(endpoint ? { endpoint } : {}), region, credentials, forcePathStyle: true })
}

export function azureStores(place: Pick<AzureStoreOptions, 'endpoint' | 'account' | 'container'>): StoresByPath {
  const manners: Readonly<Record<Manner, Partial<AzureStoreOptions>>> = {
    right: {},
    expired: { now: anHourAgo },
    'unknown-key': { account: { ...place.account, key: btoa('made-up') } },
    'no-bucket': { container: 'no-such-container' },
  }
  return Object.fromEntries(
    Object.entries(manners).map(([manner, change]) => [`put/${manner}`, createAzureStore({ ...place, ...change })]),
  )
}

/**
 * The other side of the adapter, over one store: `POST /{path}/{operation}` for each of `stores`, and `POST /{name}` for each of
 * `controls`; open to pages of any origin.
 */
export function createAttachmentBackend(
  stores: StoresByPath,
  controls: Readonly<Record<string, () => Promise<unknown>>> = {},
): (request: Request) => Promise<Response> {
  const records = createMemoryRecords()
  const authorize = () => 'tickets/42'
  const servers = Object.entries(stores).map(
    ([path, store]) => [`/${path}/`, createAttachmentServer({ store, records, authorize })] as const,
  )
  return async (request) => {
    if (request.method === 'OPTIONS') return open(new Response(null, { status: 204 }))
    const { pathname } = new URL(request.url)
    const control = controls[pathname.slice(1)]
    if (control) return open(Response.json((await control()) ?? null))
    const server = servers.find(([prefix]) => pathname.startsWith(prefix))?.[1]
    return open(server ? await server(request) : new Response(null, { status: 404 }))
  }
}

function open(response: Response): Response {
  response.headers.set('access-control-allow-origin', '*')
  response.headers.set('access-control-allow-headers', 'content-type')
  response.headers.set('access-control-expose-headers', 'date')
  return response
}
