import fc from 'fast-check'
import { withPath } from '../contracts/jsonPath.ts'
import { hostileNames } from './hostileNames.ts'

/** The same cases in every run. */
export const fixed = { seed: 20_261_121 } as const

const hostileUrls = [
  'javascript:window.__pwned=1',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>1</script>',
  'file:///etc/passwd',
  'blob:https://desk.example.test/1',
  'ftp://evil.example/a',
  '//evil.example/a',
  '\\\\evil.example\\a',
  '/\t/evil.example/a',
  '/a',
  'evil.example/a',
  'https:evil.example/a',
  'https:///evil.example/a',
  'https://good.example@evil.example/',
  'https://u:p@evil.example/',
  'https://good.example\\@evil.example/',
  'https://evil.example:99999/',
  'https://[::1',
  'https://',
  'http://%zz/',
  'https://good.example/%zz%E0%A4%A?Expires=99999999999999999999',
  'https://good.example/?X-Amz-Date=20269999T999999Z&X-Amz-Expires=1',
  'https://good.example/?response-content-disposition=filename',
  'https://good-internal.aliyuncs.com/',
]

/** An address that leads elsewhere, is none, or has an odd query. */
export const hostileUrl = fc.oneof(
  fc.constantFrom(...hostileUrls),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.tuple(fc.constantFrom(...hostileUrls), fc.string({ unit: 'binary' })).map(([url, tail]) => url + tail),
)

const hostileText = fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: 'binary' }), hostileUrl)
const hostileNumber = fc.oneof(fc.double(), fc.constantFrom(-1, 0, 1e21, 8.64e15 + 1, Number.MAX_VALUE, -1e300))

/** What may stand in a member of an answer. */
const hostileValue = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 2, arbitrary: hostileNumber },
  { weight: 2, arbitrary: fc.jsonValue() },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false, [], {}, [null], { __proto__: null }) },
)

/** The dotted paths of all members of an answer. */
function pathsOf(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => [prefix + name, ...pathsOf(member, `${prefix}${name}.`)])
}

/** A good answer with up to three members replaced, another answer altogether, or no JSON at all, as text. */
export function hostileAnswer(good: unknown): fc.Arbitrary<string> {
  const change = fc.tuple(fc.constantFrom(...pathsOf(good)), hostileValue)
  const changed = fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const answer = changes.reduce((value, [path, replacement]) => tryReplace(value, path, replacement), good)
    return JSON.stringify(answer)
  })
  const deep = fc.integer({ min: 1, max: 20_000 }).map((depth) => `${'{"data":'.repeat(depth)}1${'}'.repeat(depth)}`)
  return fc.oneof(
    { weight: 12, arbitrary: changed },
    { weight: 3, arbitrary: fc.json() },
    { weight: 1, arbitrary: deep },
    { weight: 2, arbitrary: hostileBody },
  )
}

/** A change before may have taken the place away. */
function tryReplace(value: unknown, path: string, replacement: unknown): unknown {
  try {
    return withPath(value, path, replacement)
  } catch {
    return value
  }
}

const tags = ['Error', 'Code', 'Message', 'RequestId', 'EC', 'HostId', 'MaxSizeAllowed', 'AuthenticationErrorDetail']
const element = fc
  .tuple(
    fc.constantFrom(...tags),
    fc.oneof(hostileText, fc.constantFrom('&#1114112;', '&#xD800;', '&lol;', '<![CDATA[')),
  )
  .map(([tag, text]) => `<${tag}>${text}</${tag}>`)

/** XML of stores, whole and broken, pages, and noise. */
export const hostileBody: fc.Arbitrary<string> = fc.oneof(
  fc.array(element, { maxLength: 6 }).map((elements) => `<?xml version="1.0"?><Error>${elements.join('')}</Error>`),
  fc.array(element, { maxLength: 6 }).map((elements) => `<Error>${elements.join('').slice(0, -5)}`),
  fc.constantFrom('', '<', '<Error', '<html><script>window.__pwned=1</script>', '\uFEFF{}', '{"error":', 'null'),
  fc.string({ unit: 'binary' }),
  fc.json(),
)

export const hostileStatus = fc.constantFrom(200, 200, 200, 201, 203, 400, 401, 403, 404, 409, 413, 429, 500, 503)

/** Headers that a server may send; values are what a header can hold. */
export const hostileHeaders = fc.dictionary(
  fc.constantFrom(
    'date',
    'retry-after',
    'etag',
    'content-type',
    'content-disposition',
    'content-range',
    'x-oss-err',
    'x-oss-ec',
  ),
  fc.oneof(
    fc.string(),
    fc.constantFrom('application/json', 'text/html', 'bytes 5-1/0', 'bytes */*', "attachment; filename*=UTF-8''%zz"),
    fc.string({ unit: 'binary-ascii' }).map((text) => btoa(text)),
  ),
)
