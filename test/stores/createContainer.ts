import { createHmac } from 'node:crypto'
import type { Azurite } from './startAzurite.ts'

type Place = Pick<Azurite, 'endpoint' | 'account'>

interface AccountCall {
  method: 'GET' | 'PUT'
  /** Below the account, with a leading slash. */
  path: string
  query: Readonly<Record<string, string>>
  body?: string
}

/** Open to pages of any origin, as far as uploads and downloads need it. */
const corsRule = `<?xml version="1.0" encoding="utf-8"?><StorageServiceProperties><Cors><CorsRule>
<AllowedOrigins>*</AllowedOrigins><AllowedMethods>GET,HEAD,PUT</AllowedMethods>
<AllowedHeaders>content-type,x-ms-blob-type</AllowedHeaders><ExposedHeaders>ETag,x-ms-error-code</ExposedHeaders>
<MaxAgeInSeconds>600</MaxAgeInSeconds></CorsRule></Cors></StorageServiceProperties>`

/** Makes a container that a page may upload to. */
export async function createContainer(place: Place, container: string): Promise<void> {
  await call(place, { method: 'PUT', path: `/${container}`, query: { restype: 'container' } })
  await call(place, { method: 'PUT', path: '/', query: { restype: 'service', comp: 'properties' }, body: corsRule })
}

/** At how many places of the container blocks lie that no list has made a blob of. */
export async function countUncommitted(place: Place, container: string): Promise<number> {
  const query = { restype: 'container', comp: 'list' }
  const [all, made] = await Promise.all(
    [{ include: 'uncommittedblobs' }, {}].map(async (more) => {
      const xml = await call(place, { method: 'GET', path: `/${container}`, query: { ...query, ...more } })
      return xml.split('<Blob>').length - 1
    }),
  )
  return all! - made!
}

const version = '2026-04-06'

/** A call under the account's own key. Source: "Authorize with Shared Key" of the Azure Storage REST reference. */
async function call({ account, endpoint }: Place, { method, path, query, body = '' }: AccountCall): Promise<string> {
  const ours = { 'x-ms-date': new Date().toUTCString(), 'x-ms-version': version }
  const type = body === '' ? '' : 'application/xml'
  const length = body === '' ? '' : String(Buffer.byteLength(body))
  // An emulator has the account in its path, so that it stands there twice.
  const resource = `/${account.name}${new URL(endpoint).pathname}${path}`
  const stringToSign = [
    `${method}\n\n\n${length}\n\n${type}\n\n\n\n\n\n`,
    ...Object.entries(ours).map(([name, value]) => `${name}:${value}`),
    resource,
    ...Object.entries(query)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `${name}:${value}`),
  ].join('\n')
  const signature = createHmac('sha256', Buffer.from(account.key, 'base64')).update(stringToSign).digest('base64')
  const response = await fetch(`${endpoint}${path}?${new URLSearchParams(query)}`, {
    method,
    headers: {
      ...ours,
      authorization: `SharedKey ${account.name}:${signature}`,
      ...(type && { 'content-type': type }),
    },
    ...(body && { body }),
  })
  const answer = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${answer}`)
  return answer
}
