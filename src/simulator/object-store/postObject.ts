import { verifyOssPost } from '../../signing/oss/ossPostPolicy.ts'
import { MultipartError, multipartBoundary } from '../readMultipart.ts'
import { answerForm } from './answerForm.ts'
import { answerUpload, readCallback } from './callback.ts'
import { allowedSizes, readPolicy, requireListedFields, requirePolicy, type SizeRange } from './policyCheck.ts'
import { metaOf } from './putObject.ts'
import { readForm, type FormFields, type OpenForm } from './readForm.ts'
import { isS3Form, postS3Object } from './s3/postS3Object.ts'
import { requirePostSignature } from './signatureCheck.ts'
import type { StoreContext } from './storeContext.ts'
import { invalidArgument, StoreError } from './storeError.ts'
import { storeObject } from './storeObject.ts'

/** PostObject: a multipart form with a policy; the file is its last field. */
export async function postObject(context: StoreContext): Promise<Response> {
  const boundary = multipartBoundary(context.request.headers.get('content-type'))
  if (!boundary || !context.body) {
    const message = 'Bucket POST must be of the enclosure-type multipart/form-data.'
    throw new StoreError(400, 'RequestIsNotMultiPartContent', message)
  }
  try {
    return await storeForm(context, await readForm(context.body, boundary))
  } catch (error) {
    if (!(error instanceof MultipartError)) throw error
    const message = 'The body of your POST request is not well-formed multipart/form-data.'
    throw new StoreError(400, 'MalformedPOSTRequest', message)
  }
}

async function storeForm(context: StoreContext, form: OpenForm): Promise<Response> {
  const isS3 = isS3Form(form.fields)
  context.tongue.isS3 = isS3
  if (!form.fields['key']) {
    throw invalidArgument(
      "The bucket POST must contain the specified 'key'. If it is specified, please check the order of the fields",
    )
  }
  return isS3 ? postS3Object(context, form) : postOssObject(context, form)
}

async function postOssObject(context: StoreContext, { fields: sent, file, body }: OpenForm): Promise<Response> {
  const contentType = sent['x-oss-content-type'] || sent['content-type'] || file.contentType || ''
  const fields: FormFields = { ...sent, 'content-type': contentType }
  const sizes = await checkForm(context, fields)
  const callback = readCallback(fields['callback'], fields['callback-var'], customVariables(fields))
  const key = (sent['key'] ?? '').replaceAll('${filename}', file.filename ?? '')
  const overwrite = sent['x-oss-forbid-overwrite'] !== 'true' && !context.switches.forbidsOverwrite
  const target = { bucket: context.address.bucket, key, meta: metaOf(key, fields), overwrite }
  const object = await storeObject(context.storage, target, body, { sizes }, context.now)
  return answerUpload(context, object, callback, answerForm(context, object, fields))
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
