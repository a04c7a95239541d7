import type { WebHandler } from './nodeBridge.ts'

/**
 * Lets pages of this machine, whatever their port, call a handler across origins, and those named besides; no other page of the
 * web can.
 */
export function allowLocalPages(handler: WebHandler, origins: readonly string[] = []): WebHandler {
  return async (request) => {
    const origin = request.headers.get('origin')
    if (origin === null || !(isLocal(origin) || origins.includes(origin))) return handler(request)
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflight(request, origin) })
    const response = await handler(request)
    const headers = new Headers(response.headers)
    for (const [name, value] of Object.entries(permission(origin))) headers.set(name, value)
    return new Response(response.body, { status: response.status, headers })
  }
}

const localHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

function isLocal(origin: string): boolean {
  const host = hostOf(origin)
  return localHosts.has(host) || host.endsWith('.localhost')
}

function hostOf(origin: string): string {
  try {
    return new URL(origin).hostname
  } catch {
    return ''
  }
}

function permission(origin: string): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'date, retry-after',
    vary: 'origin',
  }
}

function preflight(request: Request, origin: string): Record<string, string> {
  return {
    ...permission(origin),
    'access-control-allow-methods': 'GET, PUT, POST, DELETE',
    'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '',
    'access-control-max-age': '600',
  }
}
