/** The whole of a small stream as text. */
export function readText(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  return new Response(body).text()
}
