/** A desk and its store in memory: signs, takes the bytes, and attaches what it has. */
export function createFakeDesk(): typeof fetch {
  const stored = new Map<string, Blob | undefined>()
  return async (input, init) => {
    const request = new Request(input, init)
    const { pathname } = new URL(request.url)
    const id = decodeURIComponent(pathname.split('/').at(-1) ?? '')
    if (pathname === '/sign') {
      const url = `https://store.example.test/o/${stored.size}?Signature=0123456789`
      stored.set(String(stored.size), undefined)
      return Response.json({ id: String(stored.size - 1), url, seconds: 60 })
    }
    if (!stored.has(id)) return new Response(null, { status: 404 })
    if (pathname.startsWith('/o/')) stored.set(id, await request.blob())
    return Response.json({}, { status: stored.get(id) ? 200 : 409 })
  }
}
