import { percentEncodePath } from '../../signing/encoding.ts'
import { objectHeaders } from './objectHeaders.ts'
import type { StoredObject } from './objectStorage.ts'
import type { FormFields } from './readForm.ts'
import type { StoreContext } from './storeContext.ts'
import { formatXml } from './xml.ts'

/** The answer to a form that is stored, as its `success_action_...` fields want it. */
export function answerForm(context: StoreContext, object: StoredObject, fields: FormFields): Response {
  const headers = objectHeaders(object)
  const redirect = fields['success_action_redirect']
  if (redirect) return new Response(null, { status: 303, headers: { ...headers, location: redirect } })
  const status = fields['success_action_status']
  if (status === '200') return new Response(null, { status: 200, headers })
  if (status !== '201') return new Response(null, { status: 204, headers })
  const { bucket: Bucket, key: Key } = object
  const elements = { Bucket, Location: locationOf(context, object), Key, ETag: `"${object.etag}"` }
  const xml = formatXml('PostResponse', elements)
  return new Response(xml, { status: 201, headers: { ...headers, 'content-type': 'application/xml' } })
}

/** The object's URL. The form's own names the bucket, in its host or as its path. */
export function locationOf({ url }: StoreContext, { key }: StoredObject): string {
  return `${url.origin}${url.pathname.replace(/\/$/, '')}/${percentEncodePath(key)}`
}
