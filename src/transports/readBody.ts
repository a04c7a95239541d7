/**
 * The body of an answer in chunks. Leaving the loop early cancels the rest. Written on a reader because Safari's streams cannot
 * be iterated.
 */
export async function* readBody(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader()
  if (!reader) return
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** The start of an answer as text: what is read of answers that are not files. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder()
  let [text, bytes] = ['', 0]
  for await (const chunk of readBody(response)) {
    text += decoder.decode(chunk, { stream: true })
    bytes += chunk.length
    if (bytes >= maxBytes) break
  }
  return text
}
