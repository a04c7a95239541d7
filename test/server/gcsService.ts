import { createHash } from 'node:crypto'

interface Session {
  name: string
  type: string
  origin: string | null
  bytes: Uint8Array<ArrayBuffer>
}

export interface GcsServiceOptions {
  /** Whether the account signed that text. */
  verify: (text: string, hexSignature: string) => boolean
  now: () => number
  /** Keeps no more than that of what a chunk brings; it is asked once per chunk. @default all of it */
  keeps?: () => number
}

/** Cloud Storage as far as the kit needs it: signed requests that are checked for real, sessions, and what both refuse. */
export function createGcsService({ verify, now, keeps = () => Infinity }: GcsServiceOptions) {
  const objects = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>()
  const sessions = new Map<string, Session>()
  const log: string[] = []

  async function putChunk(id: string, request: Request): Promise<Response> {
    const session = sessions.get(id)
    if (!session) return refuse(410, 'NoSuchUpload')
    const range = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+)$/.exec(request.headers.get('content-range') ?? '')
    if (!range) return refuse(400, 'InvalidArgument')
    const total = Number(range[3])
    if (range[1] !== undefined) {
      const body = new Uint8Array(await request.arrayBuffer())
      const [first, last, stored] = [Number(range[1]), Number(range[2]), session.bytes.length]
      const isLast = last + 1 === total
      if (body.length !== last - first + 1 || first > stored) return refuse(400, 'InvalidArgument')
      if (!isLast && body.length % (256 * 1024) !== 0) return refuse(400, 'InvalidArgument')
      const fresh = body.subarray(stored - first).subarray(0, keeps())
      session.bytes = new Uint8Array(await new Blob([session.bytes, fresh]).arrayBuffer())
    }
    return session.bytes.length === total ? finish(id, session) : incomplete(session)
  }

  function finish(id: string, { bytes, name, type }: Session): Response {
    objects.set(name, { bytes, type })
    sessions.set(`${id} finished`, { bytes, name, type, origin: null })
    return new Response('{}', { status: 200 })
  }

  async function start(name: string, request: Request): Promise<Response> {
    const id = `session-${sessions.size + 1}`
    const [type = '', origin] = [request.headers.get('content-type') ?? undefined, request.headers.get('origin')]
    sessions.set(id, { name, type, origin, bytes: new Uint8Array() })
    return new Response(null, {
      status: 201,
      headers: { location: `${new URL(request.url).origin}/b/${name}?upload_id=${id}` },
    })
  }

  async function ofObject(name: string, request: Request): Promise<Response> {
    const object = objects.get(name)
    if (request.method === 'PUT') {
      const bytes = new Uint8Array(await request.arrayBuffer())
      const [least, most] = (request.headers.get('x-goog-content-length-range') ?? '0,Infinity').split(',').map(Number)
      if (bytes.length > most!) return refuse(400, 'EntityTooLarge')
      if (bytes.length < least!) return refuse(400, 'EntityTooSmall')
      objects.set(name, { bytes, type: request.headers.get('content-type') ?? '' })
      return new Response(null, {
        status: 200,
        headers: { etag: `"${createHash('md5').update(bytes).digest('hex')}"` },
      })
    }
    if (!object) return refuse(404, 'NoSuchKey')
    if (request.method === 'DELETE') objects.delete(name)
    if (request.method === 'DELETE') return new Response(null, { status: 204 })
    const disposition = new URL(request.url).searchParams.get('response-content-disposition') ?? ''
    const headers = { 'content-length': String(object.bytes.length), 'content-disposition': disposition }
    return new Response(request.method === 'HEAD' ? null : object.bytes, { headers })
  }

  async function answerForm(request: Request): Promise<Response> {
    const form = await request.formData()
    const field = (name: string) => textOf(form.get(name))
    const policy = field('policy')
    if (!verify(policy, field('x-goog-signature'))) return refuse(403, 'SignatureDoesNotMatch')
    const { conditions, expiration } = JSON.parse(atob(policy)) as { conditions: unknown[]; expiration: string }
    if (Date.parse(expiration) < now()) return refuse(403, 'AccessDenied', 'Policy expired.')
    const covered = conditions.flatMap((each) => (Array.isArray(each) ? [] : Object.entries(each as object)))
    const strangers = [...form.keys()].filter((name) => !['policy', 'x-goog-signature', 'file'].includes(name))
    if (strangers.some((name) => !covered.some(([each, value]) => each === name && value === field(name))))
      return refuse(403, 'AccessDenied', 'Invalid according to Policy: Extra input fields')
    const file = form.get('file')
    if (!(file instanceof File)) return refuse(400, 'InvalidArgument')
    const [, , most] = conditions.find((each) => Array.isArray(each)) as [string, number, number]
    if (file.size > most) return refuse(400, 'EntityTooLarge')
    objects.set(field('key'), { bytes: new Uint8Array(await file.arrayBuffer()), type: field('Content-Type') })
    return new Response('<PostResponse/>', { status: 201 })
  }

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const name = url.pathname.split('/').slice(2).join('/')
    const id = url.searchParams.get('upload_id')
    log.push(`${request.method} ${id === null ? '' : (request.headers.get('content-range') ?? 'session')}`.trim())
    if (id !== null && request.method === 'DELETE')
      return sessions.delete(id) ? new Response(null, { status: 499 }) : refuse(404, 'NoSuchUpload')
    if (id !== null) return sessions.has(`${id} finished`) ? new Response('{}') : putChunk(id, request)
    if (name === '') return answerForm(request)
    const refusal = await refusalOf(request, verify, now())
    if (refusal) return refusal
    return request.headers.get('x-goog-resumable') === 'start' ? start(name, request) : ofObject(name, request)
  }

  return { fetch, log, objects, sessions }
}

/** Judged by a canonical request of its own making, not by the kit's. */
async function refusalOf(request: Request, verify: GcsServiceOptions['verify'], now: number) {
  const url = new URL(request.url)
  const value = (name: string) => url.searchParams.get(`X-Goog-${name}`) ?? ''
  const pairs = url.search
    .slice(1)
    .split('&')
    .filter((pair) => !pair.startsWith('X-Goog-Signature='))
  const names = value('SignedHeaders').split(';')
  const headers = names.map((name) => `${name}:${name === 'host' ? url.host : request.headers.get(name)}\n`).join('')
  const canonical = [
    request.method,
    url.pathname,
    pairs.toSorted().join('&'),
    headers,
    names.join(';'),
    'UNSIGNED-PAYLOAD',
  ]
  const hash = createHash('sha256').update(canonical.join('\n')).digest('hex')
  const scope = value('Credential').split('/').slice(1).join('/')
  if (!verify(['GOOG4-RSA-SHA256', value('Date'), scope, hash].join('\n'), value('Signature')))
    return refuse(403, 'SignatureDoesNotMatch')
  const [, year, month, day, hour, minute, second] = /^(.{4})(..)(..)T(..)(..)(..)Z$/.exec(value('Date')) ?? []
  const signedAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return signedAt + Number(value('Expires')) * 1000 < now ? refuse(400, 'ExpiredToken') : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function incomplete({ bytes }: Session): Response {
  const headers: HeadersInit = bytes.length === 0 ? {} : { range: `bytes=0-${bytes.length - 1}` }
  return new Response(null, { status: 308, headers })
}

function refuse(status: number, code: string, message = 'no'): Response {
  return new Response(`<?xml version='1.0'?><Error><Code>${code}</Code><Message>${message}</Message></Error>`, {
    status,
  })
}
