import type { AccessKey } from '../accessKey.ts'
import { formatBasicDateTime, parseBasicDateTime } from '../dateTime.ts'
import { encodePostPolicy, type PostPolicy, type ReadField } from '../postPolicy.ts'
import { parseCredentialScope, s3V4Family, scopedSignature } from '../scopedSignature.ts'
import { judgeClaim, maxSkewMs, refuse, type SignatureVerdict, type Verifier } from '../verdict.ts'
import { s3Credential, type S3Options } from './s3V4.ts'

/**
 * The form fields that sign `policy`. The conditions for these fields are put behind the policy's own; every other field of the
 * form needs a condition there, or S3 refuses the form.
 */
export async function signS3Post(
  policy: PostPolicy,
  accessKey: AccessKey,
  options: S3Options,
): Promise<Record<string, string>> {
  const dateTime = formatBasicDateTime(options.signedAt)
  const scope = { date: dateTime.slice(0, 8), region: options.region, service: 's3' }
  const required = {
    'X-Amz-Algorithm': s3V4Family.algorithm,
    'X-Amz-Credential': s3Credential(accessKey, options),
    'X-Amz-Date': dateTime,
    ...(accessKey.token === undefined ? {} : { 'X-Amz-Security-Token': accessKey.token }),
  }
  const conditions = [...policy.conditions, ...Object.entries(required).map(([name, value]) => ({ [name]: value }))]
  const encoded = encodePostPolicy({ ...policy, conditions })
  const signature = await scopedSignature(s3V4Family, accessKey.secret, scope, encoded)
  return { ...required, Policy: encoded, 'X-Amz-Signature': signature }
}

const requiredFields = ['Policy', 'X-Amz-Algorithm', 'X-Amz-Credential', 'X-Amz-Date', 'X-Amz-Signature']

/** Checks the signature over the `Policy` field, not what the policy says. */
export async function verifyS3Post(field: ReadField, verifier: Verifier): Promise<SignatureVerdict> {
  const missing = requiredFields.find((name) => !field(name.toLowerCase()))
  if (missing) return refuse('parameters-missing', { argument: { name: missing, value: '' } })
  const value = (name: string) => field(name) ?? ''
  const [policy, credential, dateTime] = [value('policy'), value('x-amz-credential'), value('x-amz-date')]
  const requestTime = parseBasicDateTime(dateTime)
  if (requestTime === undefined) return refuse('date-malformed', { argument: { name: 'X-Amz-Date', value: dateTime } })
  if (requestTime - verifier.now > maxSkewMs) return refuse('time-skewed', { requestTime })
  const argument = { name: 'X-Amz-Credential', value: credential }
  const parsed = parseCredentialScope(s3V4Family, credential)
  if (!parsed || parsed.scope.date !== dateTime.slice(0, 8)) return refuse('malformed', { argument })
  const { accessKeyId, scope } = parsed
  if (scope.region !== verifier.region) return refuse('region-mismatch', { argument })
  const [signature, token] = [value('x-amz-signature'), field('x-amz-security-token')]
  return judgeClaim({ accessKeyId, signature, token, stringToSign: policy }, verifier, (secret) =>
    scopedSignature(s3V4Family, secret, scope, policy),
  )
}
