import { utf8 } from '../signing/encoding.ts'
import type { Bytes, ByteStream } from './bodyStream.ts'

/** One part of a multipart/form-data body. */
export interface FormPart {
  /** As sent: browsers write `"` as `%22` and line ends as `%0D%0A`, which cannot be told from a literal `%22`. */
  name: string
  /** Present for files. */
  filename: string | undefined
  contentType: string | undefined
  /** Read it before asking for the next part; what is left unread is skipped. */
  body: ByteStream
}

/** The body is not well-formed multipart/form-data, or it ended too early. */
export class MultipartError extends Error {
  override readonly name = 'MultipartError'
}

/** The boundary of a `multipart/form-data` Content-Type; undefined for anything else. */
export function multipartBoundary(contentType: string | null): string | undefined {
  if (!/^multipart\/form-data\s*;/i.test(contentType ?? '')) return undefined
  const [, quoted, token] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '') ?? []
  return quoted ?? token
}

const maxHeaderBytes = 16 * 1024
const lineEnd = utf8('\r\n')
const headerEnd = utf8('\r\n\r\n')

/**
 * Yields the parts in order. Nothing but the current chunk is held, so a part may be of any size.
 * @throws MultipartError while iterating or reading a part's body
 */
export async function* readMultipart(body: ByteStream, boundary: string): AsyncGenerator<FormPart, void, void> {
  const scanner = new Scanner(body)
  const delimiter = utf8(`\r\n--${boundary}`)
  await skipBefore(scanner, delimiter)
  while (!(await scanner.startsWith(utf8('--')))) {
    const headers = await readHeaders(scanner)
    let isOpen = true
    const readBody = async () => {
      const chunk = isOpen ? await scanner.takeBefore(delimiter) : undefined
      if (!chunk) isOpen = false
      return chunk
    }
    yield { ...describePart(headers), body: toStream(readBody) }
    while (isOpen) await readBody()
  }
}

async function skipBefore(scanner: Scanner, delimiter: Bytes): Promise<void> {
  while (await scanner.takeBefore(delimiter)) continue
}

/** The text between a delimiter and the empty line, which starts with a line end itself. */
async function readHeaders(scanner: Scanner): Promise<string> {
  if (!(await scanner.startsWith(lineEnd))) throw new MultipartError('A boundary is not followed by a line end.')
  const decoder = new TextDecoder()
  let text = ''
  let chunk = await scanner.takeBefore(headerEnd)
  for (; chunk; chunk = await scanner.takeBefore(headerEnd)) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > maxHeaderBytes) throw new MultipartError('The headers of a part are too long.')
  }
  return text + decoder.decode()
}

function describePart(headers: string): Omit<FormPart, 'body'> {
  const disposition = headerValue(headers, 'content-disposition') ?? ''
  const name = parameter(disposition, 'name')
  if (name === undefined) throw new MultipartError('A part has no name.')
  return { name, filename: parameter(disposition, 'filename'), contentType: headerValue(headers, 'content-type') }
}

function headerValue(headers: string, name: string): string | undefined {
  const line = headers.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name}:`))
  return line?.slice(name.length + 1).trim()
}

/** Browsers leave backslashes as they are; curl escapes quotes with one. */
function parameter(disposition: string, name: string): string | undefined {
  const pattern = new RegExp(`;\\s*${name}=(?:"((?:\\\\"|[^"])*)"|([^;\\s"]+))`, 'i')
  const [, quoted, token] = pattern.exec(disposition) ?? []
  return quoted?.replaceAll('\\"', '"') ?? token
}

function toStream(read: () => Promise<Bytes | undefined>): ByteStream {
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const chunk = await read()
        if (chunk) controller.enqueue(chunk)
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}

/** Hands out a stream piece by piece, up to a delimiter that may lie across chunks. */
class Scanner {
  readonly #reader: ReadableStreamDefaultReader<Bytes>
  /** The first delimiter of a body has no line end before it; this one stands in. */
  #buffer: Bytes = lineEnd

  constructor(body: ByteStream) {
    this.#reader = body.getReader()
  }

  /** The next bytes before `delimiter`; undefined when it comes next, and then it is passed. */
  async takeBefore(delimiter: Bytes): Promise<Bytes | undefined> {
    for (;;) {
      const at = indexOf(this.#buffer, delimiter)
      if (at === 0) {
        this.#take(delimiter.length)
        return undefined
      }
      // The last bytes may be the start of the delimiter, so they wait for the next chunk.
      const ready = at > 0 ? at : this.#buffer.length - delimiter.length + 1
      if (ready > 0) return this.#take(ready)
      await this.#fill()
    }
  }

  /** Looks without passing. */
  async startsWith(prefix: Bytes): Promise<boolean> {
    while (this.#buffer.length < prefix.length) await this.#fill()
    return prefix.every((byte, at) => this.#buffer[at] === byte)
  }

  #take(length: number): Bytes {
    const taken = this.#buffer.subarray(0, length)
    this.#buffer = this.#buffer.subarray(length)
    return taken
  }

  async #fill(): Promise<void> {
    const { done, value } = await this.#reader.read()
    if (done) throw new MultipartError('The body ended before its last boundary.')
    const joined = new Uint8Array(this.#buffer.length + value.length)
    joined.set(this.#buffer)
    joined.set(value, this.#buffer.length)
    this.#buffer = joined
  }
}

/** Every delimiter starts with a carriage return, which the engine finds fast. */
function indexOf(bytes: Bytes, needle: Bytes): number {
  for (let at = bytes.indexOf(needle[0]!); at !== -1; at = bytes.indexOf(needle[0]!, at + 1)) {
    if (at + needle.length > bytes.length) return -1
    if (needle.every((byte, offset) => bytes[at + offset] === byte)) return at
  }
  return -1
}
