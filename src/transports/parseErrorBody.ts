/** What a store's error answer says of itself; every part may be missing. */
export interface ErrorDetails {
  storageCode?: string | undefined
  message?: string | undefined
  requestId?: string | undefined
  hostId?: string | undefined
  /** OSS's finer code, e.g. `0002-00000069`. */
  ec?: string | undefined
  limitBytes?: number | undefined
  /** Azure's second sentence, where it says that a SAS has ended. */
  detail?: string | undefined
}

/** More of a body is not looked at. */
const maxBodyChars = 64 * 1024

/** Reads XML of S3, OSS and Azure, and JSON of vendors; whatever else it is given, it answers with nothing. Never throws. */
export function parseErrorBody(body: string): ErrorDetails {
  const text = body
    .slice(0, maxBodyChars)
    .replace(/^\uFEFF/, '')
    .trim()
  if (text.startsWith('{')) return readJson(text)
  return text.startsWith('<') && /<Error[\s>]/i.test(text) ? readXml(text) : {}
}

function readXml(text: string): ErrorDetails {
  const element = (name: string) => elementText(text, name)
  return {
    storageCode: plainToken(element('Code')),
    message: element('Message'),
    requestId: plainToken(element('RequestId')),
    hostId: plainToken(element('HostId')),
    ec: plainToken(element('EC')),
    limitBytes: wholeNumber(element('MaxSizeAllowed') ?? element('MinSizeAllowed') ?? element('MaxLimit')),
    detail: element('AuthenticationErrorDetail'),
  }
}

/** The first element of that name. Stores pad its text with white space in places. */
function elementText(text: string, name: string): string | undefined {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1]
  return found === undefined ? undefined : decodeEntities(found).trim() || undefined
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi,
    (whole, decimal, hex, name: string | undefined) => {
      if (name) return entities[name.toLowerCase()] ?? whole
      const point = Number.parseInt(decimal ?? hex, decimal ? 10 : 16)
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    },
  )
}

function readJson(text: string): ErrorDetails {
  const root = asRecord(tryJson(text))
  // Azure and Google wrap what they say in `error`.
  const body = asRecord(root?.error) ?? root
  if (!body) return {}
  const pick = (...names: string[]) => names.map((name) => asText(body[name])).find((value) => value !== undefined)
  return {
    storageCode: plainToken(pick('Code', 'code', 'error_code', 'errorCode', 'errcode', 'status')),
    message: pick('Message', 'message', 'error_msg', 'msg', 'errmsg'),
    requestId: plainToken(pick('RequestId', 'requestId', 'requestid', 'request_id')),
    hostId: plainToken(pick('HostId')),
    ec: plainToken(pick('EC')),
    limitBytes: wholeNumber(pick('MaxSizeAllowed', 'maxFileSize', 'maxBytes')),
  }
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim() || undefined : undefined
}

/** Codes and ids are plain words; anything else is not passed on, since it may quote what was sent. */
function plainToken(text: string | undefined): string | undefined {
  return text !== undefined && /^[\w.:/+=-]{1,200}$/.test(text) ? text : undefined
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
