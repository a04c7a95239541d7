import { verifyS3Post } from '../../../signing/s3/s3PostPolicy.ts'
import { answerForm, locationOf } from '../answerForm.ts'
import type { StoredObject } from '../objectStorage.ts'
import { allowedSizes, readPolicy, requireListedFields, requirePolicy, type SizeRange } from '../policyCheck.ts'
import type { FormFields, OpenForm } from '../readForm.ts'
import type { StoreContext } from '../storeContext.ts'
import { storeObject } from '../storeObject.ts'
import { s3MetaOf } from './putS3Object.ts'
import { requireS3PostSignature } from './s3SignatureCheck.ts'

/** Whether a form is signed the S3 way, rightly or not. */
export function isS3Form(fields: FormFields): boolean {
  return ['x-amz-signature', 'x-amz-algorithm', 'x-amz-credential'].some((name) => fields[name] !== undefined)
}

/** POST Object as S3 does it: every field needs a condition, and the type is that of the field alone. */
export async function postS3Object(context: StoreContext, { fields, file, body }: OpenForm): Promise<Response> {
  const sizes = await checkForm(context, fields)
  const key = (fields['key'] ?? '').replaceAll('${filename}', file.filename ?? '')
  const overwrite = !context.switches.forbidsOverwrite
  const target = { bucket: context.address.bucket, key, meta: s3MetaOf(fields), overwrite }
  const object = await storeObject(context.storage, target, body, { sizes }, context.now)
  return answerS3Form(context, object, fields)
}

/** @returns the sizes that the policy allows */
async function checkForm({ address, verifier, now }: StoreContext, fields: FormFields): Promise<SizeRange | undefined> {
  requireS3PostSignature(await verifyS3Post((name) => fields[name], verifier), now)
  const policy = readPolicy(fields['policy'] ?? '')
  requirePolicy(policy, (name) => (name === 'bucket' ? address.bucket : fields[name]), now)
  requireListedFields(policy, Object.keys(fields))
  return allowedSizes(policy)
}

function answerS3Form(context: StoreContext, object: StoredObject, fields: FormFields): Response {
  const { success_action_redirect: redirect, ...rest } = fields
  // The ETag stands in the XML too, where no header is there to be translated.
  const answer = answerForm(context, { ...object, etag: object.etag.toLowerCase() }, rest)
  if (!redirect) {
    answer.headers.set('location', locationOf(context, object))
    return answer
  }
  const target = new URL(redirect)
  const told = { bucket: object.bucket, key: object.key, etag: `"${object.etag.toLowerCase()}"` }
  for (const [name, value] of Object.entries(told)) target.searchParams.set(name, value)
  return new Response(null, { status: 303, headers: { location: target.href } })
}
