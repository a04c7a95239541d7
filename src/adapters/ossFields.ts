import { UploadError } from '../engine/errors.ts'
import { isRecord } from './readFields.ts'

/** What each field is called in some answer of the family, letters and digits only, lower case. */
const spellings = {
  accessKeyId: ['ossaccesskeyid', 'accesskeyid', 'accessid'],
  accessKeySecret: ['accesskeysecret', 'accesssecret'],
  bucket: ['bucketname', 'bucket'],
  callback: ['callback'],
  endpoint: ['endpoint'],
  expirationSeconds: ['expirationseconds'],
  expiry: ['expiretime', 'expiredtime', 'expire', 'expiration', 'expiredate'],
  folder: ['dir', 'filedir', 'folder', 'prefix'],
  host: ['publicurl', 'host'],
  key: ['tempfilekey', 'objectkey', 'casefilekey', 'osskey', 'key'],
  maxFileSize: ['maxfilesize'],
  policy: ['encodedpolicy', 'policy'],
  putUrl: ['putsignedurl', 'putobjecturl', 'uploadurl', 'url'],
  securityToken: ['securitytoken', 'ststoken', 'xosssecuritytoken'],
  signature: ['signature', 'xosssignature'],
  uploadKey: ['uploadkey', 'uploadid'],
  v4Credential: ['xosscredential'],
  v4Date: ['xossdate'],
  v4Version: ['xosssignatureversion', 'version'],
} as const

type OssField = keyof typeof spellings

/** Members that only hold other members. */
const containers: ReadonlySet<string> = new Set([
  'data',
  'result',
  'module',
  'context',
  'osspolicy',
  'uploadurllist',
  'partinfolist',
  'headersignatureinfo',
])

/** An answer of the family with its containers opened and its spellings evened out. */
export interface OssFields {
  value(field: OssField): unknown
  /** Undefined when absent or empty; refuses another type. */
  text(field: OssField): string | undefined
  number(field: OssField): number | undefined
  /** For an error: what the field may be called. */
  spellings(field: OssField): string
  /** Of a header signature. */
  readonly resourceUrl: string | undefined
  readonly headers: Readonly<Record<string, string>>
}

export function readOssFields(answer: unknown): OssFields {
  const members = new Map<string, unknown>()
  collect(answer, members)
  const value = (field: OssField) =>
    spellings[field].map((name) => members.get(name)).find((found) => found !== undefined && found !== null)
  const resourceUrls: unknown = members.get('resourceurls')
  const resourceUrl: unknown = Array.isArray(resourceUrls) ? resourceUrls[0] : undefined

  return {
    value,
    text: (field) => {
      const found = value(field)
      if (found === undefined || found === '') return undefined
      if (typeof found !== 'string') throw mistyped(field, 'a text')
      return found
    },
    number: (field) => {
      const found = value(field)
      if (found === undefined) return undefined
      if (typeof found !== 'number' || !Number.isFinite(found)) throw mistyped(field, 'a number')
      return found
    },
    spellings: (field) => spellings[field].join(' or '),
    resourceUrl: typeof resourceUrl === 'string' ? resourceUrl : undefined,
    headers: readHeaders(members.get('headers')),
  }
}

/** Answers of the family nest their containers three deep. */
const deepest = 8

/** Outer members count before inner ones; of a list, its first entry. */
function collect(value: unknown, into: Map<string, unknown>, depth = 0): void {
  if (depth > deepest) return
  const record: unknown = Array.isArray(value) ? value[0] : value
  if (!isRecord(record)) return
  for (const [name, member] of Object.entries(record)) {
    const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
    const isContainer = containers.has(plain) && typeof member === 'object'
    if (!isContainer && !into.has(plain)) into.set(plain, member)
  }
  for (const [name, member] of Object.entries(record)) {
    const plain = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
    if (containers.has(plain)) collect(member, into, depth + 1)
  }
}

function readHeaders(value: unknown): Readonly<Record<string, string>> {
  if (value === undefined || value === null) return {}
  if (isRecord(value) && Object.values(value).every((header) => typeof header === 'string')) {
    return value as Record<string, string>
  }
  throw mistyped('headers', 'a map of texts')
}

function mistyped(field: string, kind: string): UploadError {
  const hint = `The backend's answer does not fit: ${field} is not ${kind}.`
  return new UploadError({ code: 'answer-unreadable', stage: 'credentials', hint })
}
