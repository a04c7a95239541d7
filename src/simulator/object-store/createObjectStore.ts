import type { AccessKey } from '../../signing/accessKey.ts'
import { formatHttpDate } from '../../signing/dateTime.ts'
import { toHex } from '../../signing/encoding.ts'
import type { ByteStream } from '../bodyStream.ts'
import type { Fault } from '../faults.ts'
import { playFault, type DescribeError } from '../playFault.ts'
import { createSwitchboard, type Switchboard } from '../switchboard.ts'
import type { Switches } from '../switches.ts'
import type { Wait } from '../wait.ts'
import { corsHeaders, openCorsRules, type CorsRule } from './cors.ts'
import { errorResponse, errorXml } from './errorDocument.ts'
import type { ObjectStorage } from './objectStorage.ts'
import { answerPreflight } from './preflight.ts'
import { carryOut } from './routes.ts'
import { readExchange, tongueOf, type StoreExchange } from './storeExchange.ts'
import { checkPreflight } from './s3/checkPreflight.ts'
import { toS3Error, toS3Headers } from './s3/s3Answer.ts'
import type { Tongue } from './storeContext.ts'
import { noSuchBucket, StoreError } from './storeError.ts'

export interface ObjectStoreOptions {
  storage: ObjectStorage
  /** Looked up anew for each request: keys may be added and removed. */
  accessKeys: readonly AccessKey[]
  /** Names of the buckets there are. */
  buckets: readonly string[]
  /** What V4 signatures must name. @default 'cn-hangzhou' */
  region?: string | undefined
  /** Of every bucket. @default openCorsRules */
  cors?: readonly CorsRule[] | undefined
  /** @default no faults */
  switches?: Switchboard | undefined
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
  /** Names under which the store itself is reached: `<bucket>.<host>`, or `<host>/<bucket>`. @default ['localhost'] */
  hosts?: readonly string[] | undefined
  /** Answer 411 to a PUT without Content-Length. Service workers do not see that header. @default false */
  requiresContentLength?: boolean | undefined
  /** Calls an application server for upload callbacks. @default fetch */
  callOut?: ((request: Request) => Promise<Response>) | undefined
  /** @default a timer */
  wait?: Wait | undefined
}

export interface ObjectStore {
  /**
   * Answers one request the way Alibaba OSS would, or S3 where it is signed the S3 way. Rejects with `ConnectionReset` where the connection is to be cut. An answer
   * may come before the body was read (switch `drainBeforeError`): close the connection after it.
   */
  fetch: (request: Request) => Promise<Response>
}

/** An object store that checks what a real one checks: signatures, policies, expiry, digests, CORS. */
export function createObjectStore(options: ObjectStoreOptions): ObjectStore {
  const { switches: switchboard = createSwitchboard(), wait } = options

  async function fetchOnce(request: Request): Promise<Response> {
    const exchange = readExchange(request, options.hosts)
    const { operation, address, url } = exchange
    const fault = switchboard.draw({ plane: 'store', method: request.method, operation, key: address?.key })
    const switches = switchboard.get()
    const now = (options.now ?? Date.now)() + switches.clockSkewMs
    const errorContext = { requestId: createRequestId(), hostId: url.host }
    const tongue = tongueOf(exchange)
    let isAuthorised = true

    async function handle(body: ByteStream | null): Promise<Response> {
      try {
        return await answer(exchange, options, { switches, fault, body, now, tongue })
      } catch (error) {
        if (!(error instanceof StoreError)) throw error
        isAuthorised = !error.isBeforeAuthorised
        return errorResponse(tongue.isS3 ? toS3Error(error) : error, request.method, errorContext)
      }
    }

    const describeError: DescribeError = (error) => ({
      contentType: 'application/xml',
      text: errorXml(error, errorContext),
    })
    const answered = await playFault({ request, switches, fault, describeError, handle, wait })
    const isReadable = showsToPages(answered, switches, fault, isAuthorised)
    const said = withHeaders(answered, {
      server: 'AliyunOSS',
      date: formatHttpDate(now),
      'x-oss-request-id': errorContext.requestId,
      ...(isReadable ? corsHeaders(request, options.cors ?? openCorsRules, exposure(switches, fault)) : {}),
    })
    return tongue.isS3 ? new Response(said.body, { status: said.status, headers: toS3Headers(said.headers) }) : said
  }

  return { fetch: fetchOnce }
}

async function answer(
  { request, url, address, addressError, operation }: StoreExchange,
  options: ObjectStoreOptions,
  state: { switches: Switches; fault: Fault | undefined; body: ByteStream | null; now: number; tongue: Tongue },
): Promise<Response> {
  const { storage, accessKeys, buckets, region = 'cn-hangzhou', requiresContentLength = false } = options
  const { cors = openCorsRules, callOut = (call: Request) => fetch(call) } = options
  const { switches, fault, body, now, tongue } = state
  if (!address) throw addressError
  if (!buckets.includes(address.bucket)) throw noSuchBucket(address.bucket)
  const verifier = { findKey: (id: string) => accessKeys.find((key) => key.id === id), now, region }
  if (operation === 'Preflight') {
    if (tongue.isS3 && switches.corsOnErrors === 'authorised') checkPreflight(address.query, verifier)
    return answerPreflight(request, fault?.type === 'cors-refused' ? [] : cors)
  }
  const headers = { host: url.host, ...Object.fromEntries(request.headers) }
  const context = { request, url, address, headers, body, tongue, storage, switches, verifier, now }
  return carryOut(operation, { ...context, requiresContentLength, callOut })
}

/** Whether the answer gets CORS headers at all. */
function showsToPages(
  answered: Response,
  { corsOnErrors }: Switches,
  fault: Fault | undefined,
  isAuthorised: boolean,
): boolean {
  if (fault?.type === 'cors-refused') return false
  if (answered.status < 400) return true
  return corsOnErrors === 'all' || (corsOnErrors === 'authorised' && isAuthorised)
}

function exposure({ exposedHeaders }: Switches, fault: Fault | undefined) {
  return { exposedHeaders, hidden: fault?.type === 'hide-headers' ? fault.names : [] }
}

function withHeaders(answered: Response, more: Record<string, string>): Response {
  const headers = new Headers(answered.headers)
  for (const [name, value] of Object.entries(more)) headers.set(name, value)
  return new Response(answered.body, { status: answered.status, headers })
}

/** 24 hex digits, as OSS writes them. */
function createRequestId(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(12))).toUpperCase()
}
