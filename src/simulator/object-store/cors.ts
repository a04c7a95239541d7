/** One rule of a bucket. Source: PutBucketCors. */
export interface CorsRule {
  /** Each may hold one `*`. */
  allowedOrigins: readonly string[]
  allowedMethods: ReadonlyArray<'GET' | 'PUT' | 'POST' | 'DELETE' | 'HEAD'>
  /** Each may hold one `*`. */
  allowedHeaders: readonly string[]
  /** Full names: `*` is taken literally by browsers. */
  exposeHeaders: readonly string[]
  /** @default no header */
  maxAgeSeconds?: number | undefined
}

/** Lets any page do anything and see what matters. */
export const openCorsRules: readonly CorsRule[] = [
  {
    allowedOrigins: ['*'],
    allowedMethods: ['GET', 'PUT', 'POST', 'DELETE', 'HEAD'],
    allowedHeaders: ['*'],
    exposeHeaders: [
      'etag',
      'x-oss-request-id',
      'x-amz-request-id',
      'x-oss-hash-crc64ecma',
      'x-oss-ec',
      'content-md5',
      'content-disposition',
      'content-range',
      'accept-ranges',
      'retry-after',
    ],
  },
]

/** What a page asks to be let do. */
export interface CorsQuestion {
  origin: string
  method: string
  /** Of a preflight, lower case. @default [] */
  headers?: readonly string[] | undefined
}

/** Reads a request with an Origin, preflight or not. */
export function readCorsQuestion(request: Request): CorsQuestion | undefined {
  const origin = request.headers.get('origin')
  if (!origin) return undefined
  const method = request.headers.get('access-control-request-method') ?? request.method
  const headers = (request.headers.get('access-control-request-headers') ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '')
  return { origin, method, headers }
}

/** The first rule that fits. */
export function findCorsRule(rules: readonly CorsRule[], question: CorsQuestion): CorsRule | undefined {
  const { origin, method, headers = [] } = question
  return rules.find(
    (rule) =>
      rule.allowedOrigins.some((pattern) => matchesPattern(pattern, origin)) &&
      rule.allowedMethods.some((allowed) => allowed === method) &&
      headers.every((name) => rule.allowedHeaders.some((pattern) => matchesPattern(pattern.toLowerCase(), name))),
  )
}

function matchesPattern(pattern: string, text: string): boolean {
  const star = pattern.indexOf('*')
  if (star === -1) return pattern === text
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)]
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail)
}

/** The headers that let the page that sent `request` read its answer; none when no rule fits. */
export function corsHeaders(
  request: Request,
  rules: readonly CorsRule[],
  changes: { exposedHeaders: readonly string[] | null; hidden: readonly string[] },
): Record<string, string> {
  const question = readCorsQuestion(request)
  const rule = question && findCorsRule(rules, question)
  if (!rule) return {}
  const hidden = new Set(changes.hidden.map((name) => name.toLowerCase()))
  const exposed = (changes.exposedHeaders ?? rule.exposeHeaders).filter((name) => !hidden.has(name.toLowerCase()))
  return {
    'access-control-allow-origin': question.origin,
    vary: 'Origin',
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    ...(exposed.length > 0 ? { 'access-control-expose-headers': exposed.join(', ') } : {}),
    ...(rule.maxAgeSeconds === undefined ? {} : { 'access-control-max-age': String(rule.maxAgeSeconds) }),
  }
}
