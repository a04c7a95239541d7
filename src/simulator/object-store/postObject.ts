import { percentEncodePath } from '../../signing/encoding.ts'
import { verifyOssPost } from '../../signing/oss/ossPostPolicy.ts'
import { withSteps, type ByteStream } from '../bodyStream.ts'
import { MultipartError, multipartBoundary, readMultipart, type FormPart } from '../readMultipart.ts'
import { answerUpload, readCallback } from './callback.ts'
import { objectHeaders } from './objectHeaders.ts'
import type { StoredObject } from './objectStorage.ts'
import { allowedSizes, readPolicy, requireListedFields, requirePolicy, type SizeRange } from './policyCheck.ts'
import { metaOf } from './putObject.ts'
import { requirePostSignature } from './signatureCheck.ts'
import type { StoreContext } from './storeContext.ts'
import { invalidArgument, StoreError } from './storeError.ts'
import { storeObject } from './storeObject.ts'
import { formatXml } from './xml.ts'

/** The fields before the file, by lower-case name: pages disagree on case, so any is taken. */
type FormFields = Record<string, string>

const maxNameBytes = 8 * 1024
const maxValueBytes = 2 * 1024 * 1024

/** PostObject: a multipart form with a policy; the file is its last field. */
export async function postObject(context: StoreContext): Promise<Response> {
  const boundary = multipartBoundary(context.request.headers.get('content-type'))
  if (!boundary || !context.body) {
    const message = 'Bucket POST must be of the enclosure-type multipart/form-data.'
    throw new StoreError(400, 'RequestIsNotMultiPartContent', message)
  }
  try {
    return await storeForm(context, readMultipart(context.body, boundary))
  } catch (error) {
    if (!(error instanceof MultipartError)) throw error
    const message = 'The body of your POST request is not well-formed multipart/form-data.'
    throw new StoreError(400, 'MalformedPOSTRequest', message)
  }
}

async function storeForm(context: StoreContext, parts: AsyncGenerator<FormPart, void, void>): Promise<Response> {
  const { fields, file } = await readFields(parts)
  const { bucket } = context.address
  if (!fields['key']) {
    throw invalidArgument(
      "The bucket POST must contain the specified 'key'. If it is specified, please check the order of the fields",
    )
  }
  fields['content-type'] = fields['x-oss-content-type'] || fields['content-type'] || file.contentType || ''
  const sizes = await checkForm(context, fields)
  const callback = readCallback(fields['callback'], fields['callback-var'], customVariables(fields))
  const key = fields['key'].replaceAll('${filename}', file.filename ?? '')
  const overwrite = fields['x-oss-forbid-overwrite'] !== 'true' && !context.switches.forbidsOverwrite
  const target = { bucket, key, meta: metaOf(key, fields), overwrite }
  const body = refuseSecondFile(file.body, parts)
  const object = await storeObject(context.storage, target, body, { sizes }, context.now)
  return answerUpload(context, object, callback, answerForm(context, object, fields))
}

/** Fields after the file are not honoured, so reading stops there. */
async function readFields(
  parts: AsyncGenerator<FormPart, void, void>,
): Promise<{ fields: FormFields; file: FormPart }> {
  const fields: FormFields = {}
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value
    if (part.name.toLowerCase() === 'file') return { fields, file: part }
    fields[part.name.toLowerCase()] = await readValue(part)
  }
  throw wrongFileCount()
}

async function readValue({ name, body }: FormPart): Promise<string> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let text = ''
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    text += decoder.decode(read.value, { stream: true })
    if (text.length > maxValueBytes) throw fieldTooLong()
  }
  if (name.length > maxNameBytes) throw fieldTooLong()
  return text + decoder.decode()
}

/** @returns the sizes that the policy allows */
async function checkForm(context: StoreContext, fields: FormFields): Promise<SizeRange | undefined> {
  const { address, verifier, now, switches } = context
  requirePostSignature(await verifyOssPost((name) => fields[name], verifier), now)
  const policy = readPolicy(fields['policy'] ?? '')
  requirePolicy(policy, (name) => (name === 'bucket' ? address.bucket : fields[name]), now)
  if (switches.strictFormFields) requireListedFields(policy, sentFields(fields))
  return allowedSizes(policy)
}

/** `content-type` is there even when no field named it: it may be the file part's own. */
function sentFields({ 'content-type': _derived, ...fields }: FormFields): string[] {
  return Object.keys(fields)
}

function customVariables(fields: FormFields): FormFields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith('x:')))
}

/** The rest of the form is read before the object becomes visible: a second file takes the first one back. */
function refuseSecondFile(body: ByteStream, parts: AsyncGenerator<FormPart, void, void>): ByteStream {
  const onEnd = async () => {
    for (let next = await parts.next(); !next.done; next = await parts.next()) {
      if (next.value.name.toLowerCase() === 'file') throw wrongFileCount()
    }
  }
  return withSteps(body, [{ onChunk: async (chunk) => chunk, onEnd }])
}

function answerForm({ url }: StoreContext, object: StoredObject, fields: FormFields): Response {
  const headers = objectHeaders(object)
  const redirect = fields['success_action_redirect']
  if (redirect) return new Response(null, { status: 303, headers: { ...headers, location: redirect } })
  const status = fields['success_action_status']
  if (status === '200') return new Response(null, { status: 200, headers })
  if (status !== '201') return new Response(null, { status: 204, headers })
  // The form's own URL names the bucket, in its host or as its path.
  const location = `${url.origin}${url.pathname.replace(/\/$/, '')}/${percentEncodePath(object.key)}`
  const { bucket: Bucket, key: Key } = object
  const xml = formatXml('PostResponse', { Bucket, Location: location, Key, ETag: `"${object.etag}"` })
  return new Response(xml, { status: 201, headers: { ...headers, 'content-type': 'application/xml' } })
}

function wrongFileCount(): StoreError {
  return new StoreError(
    400,
    'IncorrectNumberOfFilesInPOSTRequest',
    'POST requires exactly one file upload per request.',
  )
}

function fieldTooLong(): StoreError {
  return new StoreError(400, 'FieldItemTooLong', 'Your post form fields is too long.')
}
