import type { Refusal } from './refusals.ts'

const secret = 'The AccessKey secret does not fit its id: check ALIBABA_CLOUD_ACCESS_KEY_SECRET.'
const clock = "The server's clock is more than 15 minutes off."
const token = 'The security token has ended or does not belong to the AccessKey: check ALIBABA_CLOUD_SECURITY_TOKEN.'
const permission = 'The AccessKey lacks the permission for this operation: grant its RAM user the product.'
const busy = 'Too many calls at the moment.'

/**
 * What the gateway in front of every Alibaba Cloud API, the Ticket System and Cloud Backup refuse with. Faults of the key are
 * a 403 to the page, whatever status they came with. Source: the common error codes of Alibaba Cloud's OpenAPI.
 */
export const alibabaRefusals: Readonly<Record<string, Refusal>> = {
  InvalidAccessKeyId: { status: 403, sentence: 'The AccessKey id is not known: check ALIBABA_CLOUD_ACCESS_KEY_ID.' },
  'InvalidAccessKeyId.NotFound': {
    status: 403,
    sentence: 'The AccessKey id is not known: check ALIBABA_CLOUD_ACCESS_KEY_ID.',
  },
  'InvalidAccessKeyId.Inactive': { status: 403, sentence: 'The AccessKey is switched off.' },
  SignatureDoesNotMatch: { status: 403, sentence: secret },
  IncompleteSignature: { status: 403, sentence: secret },
  MissingAuthorization: { status: 403, sentence: 'The call was not signed.' },
  'InvalidTimeStamp.Expired': { status: 403, sentence: clock },
  'InvalidTimeStamp.Format': { status: 403, sentence: clock },
  'InvalidSecurityToken.Expired': { status: 403, sentence: token },
  'InvalidSecurityToken.Malformed': { status: 403, sentence: token },
  'InvalidSecurityToken.MismatchWithAccessKey': { status: 403, sentence: token },
  MissingSecurityToken: { status: 403, sentence: token },
  Forbidden: { status: 403, sentence: permission },
  'Forbidden.RAM': { status: 403, sentence: permission },
  NoPermission: { status: 403, sentence: permission },
  'illegal.auth': { status: 403, sentence: permission },
  'InvalidAction.NotFound': {
    status: 500,
    sentence: 'The product has no such operation: does the endpoint belong to it?',
  },
  InvalidVersion: { status: 500, sentence: 'The product has no such version.' },
  'param.illegal': { sentence: 'The Ticket System does not take these parameters.' },
  MissingFileName: { sentence: 'The file has no name.' },
  Throttling: { sentence: busy },
  'Throttling.User': { sentence: busy },
  'Throttling.Api': { sentence: busy },
  'System.error': { sentence: 'The Ticket System failed.' },
  InternalError: { sentence: 'The product failed.' },
  ServiceUnavailable: { sentence: 'The product does not answer at the moment.' },
}
