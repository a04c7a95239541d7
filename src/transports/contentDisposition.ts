/** What a Content-Disposition header says. */
export interface ContentDisposition {
  /** `attachment`, `inline` or what else stands there, in lower case. */
  type: string
  /** As sent, for programs; shown only through `displayName`, saved only through `safeFilename`. */
  filename: string | undefined
}

/**
 * Reads a Content-Disposition header as browsers do: `filename*` wins over `filename`, a broken `filename*` is passed over,
 * unquoted names may hold spaces and raw UTF-8. Never throws. Source: RFC 6266, RFC 8187.
 */
export function parseContentDisposition(header: string): ContentDisposition {
  const [type = '', ...rest] = splitParameters(header)
  const parameters = new Map<string, string>()
  for (const parameter of rest) {
    const [name, value] = readParameter(parameter)
    if (name && !parameters.has(name)) parameters.set(name, value)
  }
  const extended = parameters.get('filename*')
  return {
    type: type.trim().toLowerCase(),
    filename: (extended === undefined ? undefined : decodeExtended(extended)) ?? parameters.get('filename'),
  }
}

/** Splits at semicolons that stand outside quotes. */
function splitParameters(header: string): string[] {
  const parts: string[] = []
  let [start, quoted] = [0, false]
  for (let at = 0; at < header.length; at += 1) {
    if (quoted && header[at] === '\\') at += 1
    else if (header[at] === '"') quoted = !quoted
    else if (header[at] === ';' && !quoted) {
      parts.push(header.slice(start, at))
      start = at + 1
    }
  }
  return [...parts, header.slice(start)]
}

function readParameter(text: string): [name: string, value: string] {
  const equals = text.indexOf('=')
  if (equals < 0) return ['', '']
  return [text.slice(0, equals).trim().toLowerCase(), unquote(text.slice(equals + 1).trim())]
}

function unquote(value: string): string {
  if (!value.startsWith('"')) return value
  return value.replace(/^"|"$/g, '').replace(/\\(.)/gs, '$1')
}

/** `UTF-8''na%C3%AFve.txt` */
function decodeExtended(value: string): string | undefined {
  const match = /^([\w-]+)'[^']*'(.+)$/.exec(value)
  if (!match) return undefined
  const [, charset = '', encoded = ''] = match
  if (charset.toLowerCase() === 'iso-8859-1') return decodeLatin1(encoded)
  if (charset.toLowerCase() !== 'utf-8') return undefined
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

function decodeLatin1(encoded: string): string | undefined {
  if (/%(?![\da-f]{2})/i.test(encoded)) return undefined
  return encoded.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
