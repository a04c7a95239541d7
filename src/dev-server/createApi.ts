import type { WebHandler } from './nodeBridge.ts'

/** Hands `/api/<name>/...` to the handler of that name; the address stays whole. */
export function createApi(handlers: Readonly<Record<string, WebHandler>>): WebHandler {
  return async (request) => {
    const [, api, name = ''] = new URL(request.url).pathname.split('/')
    const handler = api === 'api' && Object.hasOwn(handlers, name) ? handlers[name] : undefined
    if (handler) return handler(request)
    const message = `There is no such API; there are ${Object.keys(handlers).join(', ')}.`
    return Response.json({ error: { code: 'not-found', message } }, { status: 404 })
  }
}
