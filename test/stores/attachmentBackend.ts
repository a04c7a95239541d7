import { createMemoryRecords } from '../../src/server/attachmentRecords.ts'
import { createAttachmentServer } from '../../src/server/createAttachmentServer.ts'
import { createS3Store, type S3StoreOptions } from '../../src/server/s3Store.ts'

type Place = Pick<S3StoreOptions, 'endpoint' | 'region' | 'bucket' | 'accessKey'>

/** Ways to sign, right and wrong; a wrong one is what a backend with a mistake in it would hand out. */
const manners: Readonly<Record<string, Partial<S3StoreOptions>>> = {
  right: {},
  expired: { now: () => Date.now() - 3_600_000 },
  'unknown-key': { accessKey: { id: 'DEVONLYNOBODY', secret: 'made-up' } },
  'no-bucket': { bucket: 'no-such-bucket' },
}

/**
 * The other side of the adapter, over one store: `POST /{put|form}/{manner}/{operation}`, and `POST /{name}` for each of
 * `controls`; open to pages of any origin.
 */
export function createAttachmentBackend(
  place: Place,
  controls: Readonly<Record<string, () => Promise<unknown>>> = {},
): (request: Request) => Promise<Response> {
  const records = createMemoryRecords()
  const authorize = () => 'tickets/42'
  const servers = new Map<string, (request: Request) => Promise<Response>>(
    (['put', 'form'] as const).flatMap((upload) =>
      Object.entries(manners).map(([manner, change]) => {
        const store = createS3Store({ ...place, pathStyle: true, upload, ...change })
        return [`/${upload}/${manner}`, createAttachmentServer({ store, records, authorize })] as const
      }),
    ),
  )
  return async (request) => {
    if (request.method === 'OPTIONS') return open(new Response(null, { status: 204 }))
    const { pathname } = new URL(request.url)
    const control = controls[pathname.slice(1)]
    if (control) return open(Response.json((await control()) ?? null))
    const server = [...servers].find(([prefix]) => pathname.startsWith(`${prefix}/`))?.[1]
    return open(server ? await server(request) : new Response(null, { status: 404 }))
  }
}

function open(response: Response): Response {
  response.headers.set('access-control-allow-origin', '*')
  response.headers.set('access-control-allow-headers', 'content-type')
  response.headers.set('access-control-expose-headers', 'date')
  return response
}
