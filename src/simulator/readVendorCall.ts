import { readText } from './readText.ts'
import type { VendorCall } from './vendorContext.ts'

/** The folders of a path, decoded. */
export function segmentsOf(url: URL): string[] {
  return url.pathname.split('/').filter(Boolean).map(decodeSegment)
}

/** A folder that is not well percent-encoded stays as it is: it names nothing here, and no request may bring the server down. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** The operation of an RPC-style API: the last folder, whatever prefix it is mounted under. */
export function lastSegment(url: URL): string {
  return segmentsOf(url).at(-1) ?? ''
}

/** Named values of an RPC-style call, from form and query alike. */
export async function readParameters({ body, url }: VendorCall): Promise<URLSearchParams> {
  const parameters = new URLSearchParams(body ? await readText(body) : '')
  for (const [name, value] of url.searchParams) parameters.append(name, value)
  return parameters
}

/** The members of a JSON body; none when it is not an object. A body that breaks off rejects: it is no bad request. */
export async function readJsonBody({ body }: VendorCall): Promise<Readonly<Record<string, unknown>>> {
  const text = body ? await readText(body) : ''
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
