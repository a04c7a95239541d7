import { isRecord } from './isRecord.ts'

const maxBodyBytes = 64 * 1024

/** The last folder of the path, whatever the handler is mounted under. */
export function lastFolder(request: Request): string {
  return new URL(request.url).pathname.split('/').findLast((part) => part !== '') ?? ''
}

/** Named values of a form and of the query; empty ones are as good as none. Undefined when the body is too long. */
export async function readNamedValues(request: Request): Promise<((name: string) => string | undefined) | undefined> {
  const text = await readShortText(request)
  if (text === undefined) return undefined
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(request.headers.get('content-type') ?? '')
  const [form, query] = [new URLSearchParams(isForm ? text : ''), new URL(request.url).searchParams]
  return (name) => form.get(name) || query.get(name) || undefined
}

/** The members of a JSON body; undefined when it is none. */
export async function readJsonMembers(request: Request): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return undefined
  const text = await readShortText(request)
  try {
    const parsed: unknown = JSON.parse(text ?? '')
    return isRecord(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

/** Reads no further than what a call may be long: whoever asks may not be known yet. */
async function readShortText(request: Request): Promise<string | undefined> {
  if (!request.body) return ''
  const reader = request.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; ;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.length
    if (size > maxBodyBytes) {
      await reader.cancel()
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}
