import { InputError } from './parseReplyInput.ts'

const maxBytes = 1024 * 1024

/**
 * Reads a request's JSON body. Wants `Content-Type: application/json`, which another site's form cannot send.
 * @throws InputError for another type, for more than 1 MiB and for what is no JSON.
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new InputError('Content-Type', 'The request must be sent as application/json.')
  }
  try {
    return JSON.parse(await readText(request))
  } catch (error) {
    if (error instanceof SyntaxError) throw new InputError('body', 'The request is not readable JSON.')
    throw error
  }
}

async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new InputError('body', 'The request is larger than 1 MiB.')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
