import type { AccessKey } from '../accessKey.ts'
import { formatBasicDateTime, parseBasicDateTime } from '../dateTime.ts'
import { encodePostPolicy, type PostPolicy, type ReadField } from '../postPolicy.ts'
import { formatScope, ossV4Family, parseCredentialScope, scopedSignature } from '../scopedSignature.ts'
import { judgeClaim, maxSkewMs, refuse, type SignatureVerdict, type Verifier } from '../verdict.ts'
import { ossV1Signature } from './ossV1.ts'

/** The form fields that sign `policy`: OSSAccessKeyId, policy, Signature (and the token's). The key's field is yours. */
export async function signOssV1Post(policy: PostPolicy, accessKey: AccessKey): Promise<Record<string, string>> {
  const encoded = encodePostPolicy(policy)
  return {
    OSSAccessKeyId: accessKey.id,
    policy: encoded,
    Signature: await ossV1Signature(accessKey.secret, encoded),
    ...tokenField(accessKey),
  }
}

/**
 * The form fields that sign `policy` with V4. The conditions V4 demands (version, credential, date, token) are put in front of
 * the policy's own.
 * @param options.signedAt milliseconds since the epoch
 */
export async function signOssV4Post(
  policy: PostPolicy,
  accessKey: AccessKey,
  options: { region: string; signedAt: number },
): Promise<Record<string, string>> {
  const dateTime = formatBasicDateTime(options.signedAt)
  const scope = { date: dateTime.slice(0, 8), region: options.region, service: 'oss' }
  const required = {
    'x-oss-signature-version': ossV4Family.algorithm,
    'x-oss-credential': `${accessKey.id}/${formatScope(ossV4Family, scope)}`,
    'x-oss-date': dateTime,
    ...tokenField(accessKey),
  }
  const conditions = [...Object.entries(required).map(([name, value]) => ({ [name]: value })), ...policy.conditions]
  const encoded = encodePostPolicy({ ...policy, conditions })
  const signature = await scopedSignature(ossV4Family, accessKey.secret, scope, encoded)
  return { policy: encoded, ...required, 'x-oss-signature': signature }
}

function tokenField({ token }: AccessKey): Record<string, string> {
  return token === undefined ? {} : { 'x-oss-security-token': token }
}

/** Checks the signature over the `policy` field, not what the policy says. */
export async function verifyOssPost(field: ReadField, verifier: Verifier): Promise<SignatureVerdict> {
  if (field('x-oss-signature-version') === ossV4Family.algorithm) return verifyV4Post(field, verifier)
  const [accessKeyId, policy, signature] = [field('ossaccesskeyid'), field('policy'), field('signature')]
  if (accessKeyId === undefined && policy === undefined && signature === undefined) return refuse('unsigned')
  if (!accessKeyId || !policy || !signature) {
    const name = !policy ? 'policy' : !accessKeyId ? 'OSSAccessKeyId' : 'Signature'
    return refuse('parameters-missing', { argument: { name, value: '' } })
  }
  const claim = { accessKeyId, signature, token: field('x-oss-security-token'), stringToSign: policy }
  return judgeClaim(claim, verifier, (secret) => ossV1Signature(secret, policy))
}

async function verifyV4Post(field: ReadField, verifier: Verifier): Promise<SignatureVerdict> {
  for (const name of ['policy', 'x-oss-credential', 'x-oss-date', 'x-oss-signature']) {
    if (!field(name)) return refuse('parameters-missing', { argument: { name, value: '' } })
  }
  const [policy, credential = '', dateTime = ''] = [field('policy'), field('x-oss-credential'), field('x-oss-date')]
  const requestTime = parseBasicDateTime(dateTime)
  if (requestTime === undefined) return refuse('date-malformed', { argument: { name: 'x-oss-date', value: dateTime } })
  if (requestTime - verifier.now > maxSkewMs) return refuse('time-skewed', { requestTime })
  const argument = { name: 'x-oss-credential', value: credential }
  const parsed = parseCredentialScope(ossV4Family, credential)
  if (!parsed || parsed.scope.date !== dateTime.slice(0, 8)) return refuse('malformed', { argument })
  const { accessKeyId, scope } = parsed
  if (scope.region !== verifier.region) return refuse('region-mismatch', { argument })
  const token = field('x-oss-security-token')
  const claim = { accessKeyId, signature: field('x-oss-signature') ?? '', token, stringToSign: policy ?? '' }
  return judgeClaim(claim, verifier, (secret) => scopedSignature(ossV4Family, secret, scope, policy ?? ''))
}
