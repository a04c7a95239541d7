interface Blob {
  committed: Map<string, number>
  uncommitted: Map<string, number>
  /** Undefined as long as blocks lie there and no blob. */
  etag?: string
  headers: Headers
}

/** The blocks and blobs of one container, as Azure keeps them; looks at a SAS's permissions and trusts its signature. */
export function createBlobService() {
  const blobs = new Map<string, Blob>()
  const log: string[] = []
  let versions = 0

  function at(name: string): Blob {
    const blob = blobs.get(name) ?? { committed: new Map(), uncommitted: new Map(), headers: new Headers() }
    blobs.set(name, blob)
    return blob
  }

  const isThere = (name: string) => blobs.get(name)?.etag !== undefined

  async function putBlockList(name: string, request: Request): Promise<Response> {
    if (request.headers.get('if-none-match') === '*' && isThere(name)) return refuse(409, 'BlobAlreadyExists')
    const names = Array.from((await request.text()).matchAll(/<Uncommitted>(.*?)<\/Uncommitted>/g), ([, each]) => each!)
    const blob = at(name)
    if (names.some((each) => !blob.uncommitted.has(each))) return refuse(400, 'InvalidBlockList')
    const committed = new Map(names.map((each) => [each, blob.uncommitted.get(each)!]))
    const etag = `"${(versions += 1)}"`
    blobs.set(name, { committed, uncommitted: new Map(), etag, headers: request.headers })
    return new Response(null, { status: 201, headers: { etag } })
  }

  async function putBlock(name: string, id: string, request: Request): Promise<Response> {
    const { uncommitted } = at(name)
    const isOdd = [...uncommitted.keys()].some((each) => each.length !== id.length) || atob(id).length > 64
    if (isOdd) return refuse(400, 'InvalidBlobOrBlock')
    uncommitted.set(id, (await request.arrayBuffer()).byteLength)
    return new Response(null, { status: 201 })
  }

  function remove(name: string, request: Request): Response {
    if (!isThere(name)) return refuse(404, 'BlobNotFound')
    const wanted = request.headers.get('if-match')
    if (wanted !== null && wanted !== blobs.get(name)?.etag) return refuse(412, 'ConditionNotMet')
    blobs.delete(name)
    return new Response(null, { status: 202 })
  }

  function head(name: string): Response {
    const blob = blobs.get(name)
    if (blob?.etag === undefined) return new Response(null, { status: 404 })
    const size = [...blob.committed.values()].reduce((sum, each) => sum + each, 0)
    return new Response(null, { status: 200, headers: { 'content-length': String(size) } })
  }

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const { pathname, searchParams: query } = new URL(request.url)
    const name = pathname.split('/').slice(2).join('/')
    const asked = [request.method, query.get('comp')].filter((part) => part !== null).join(' ')
    log.push(`${asked} by ${query.get('sp')}`)
    if (asked === 'PUT block') return putBlock(name, query.get('blockid') ?? '', request)
    if (asked === 'PUT blocklist') return putBlockList(name, request)
    if (asked === 'GET blocklist') return blobs.has(name) ? blockList(at(name)) : refuse(404, 'BlobNotFound')
    if (asked === 'DELETE') return remove(name, request)
    return asked === 'HEAD' ? head(name) : refuse(400, 'UnsupportedHttpVerb')
  }

  return { blobs, fetch, log }
}

function blockList({ committed, uncommitted }: Blob): Response {
  const blocks = (map: ReadonlyMap<string, number>) =>
    [...map].map(([name, size]) => `<Block><Name>${name}</Name><Size>${size}</Size></Block>`).join('')
  const made = committed.size === 0 ? '<CommittedBlocks/>' : `<CommittedBlocks>${blocks(committed)}</CommittedBlocks>`
  return new Response(`<BlockList>${made}<UncommittedBlocks>${blocks(uncommitted)}</UncommittedBlocks></BlockList>`)
}

function refuse(status: number, code: string): Response {
  return new Response(`<Error><Code>${code}</Code><Message>no</Message></Error>`, { status })
}
