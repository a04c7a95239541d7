import type { Refusal } from './refusals.ts'

const app = 'DingTalk does not take the app’s pair: check DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET.'
const permission = 'The app lacks the permission: grant it Storage.File.Write and Storage.File.Read.'
const full = 'There is no room left.'

/** Every code of "Get file upload information", those of its gateway and of the token. Faults of the app are a 403 to the page. */
export const dingtalkRefusals: Readonly<Record<string, Refusal>> = {
  invalidClientIdOrSecret: { status: 403, sentence: app },
  InvalidAuthentication: { status: 403, sentence: 'DingTalk does not take the access token.' },
  'Forbidden.AccessDenied.AccessTokenPermissionDenied': { status: 403, sentence: permission },
  paramError: { sentence: 'DingTalk does not take these parameters.' },
  'paramError.protocol': { sentence: 'DingTalk does not take the protocol.' },
  'paramError.parentDentryUuid': {
    sentence: 'There is no such folder: check the parentDentryUuid that authorize gives.',
  },
  'paramError.storageDriver': { sentence: 'DingTalk does not take the storage driver.' },
  'paramError.name': { sentence: 'DingTalk does not take the file’s name.' },
  MissingunionId: { status: 500, sentence: 'Nobody acts: authorize has to give a unionId.' },
  dentryUploadError: { sentence: 'DingTalk has not got the file as it was announced.' },
  spaceQuotaInsufficient: { sentence: full },
  sceneQuotaInsufficient: { sentence: full },
  appQuotaInsufficient: { sentence: full },
  orgQuotaInsufficient: { sentence: full },
  dentryUploadForbidden: { sentence: 'The folder takes no uploads.' },
  dentryUploadProtocolNotSupport: { sentence: 'The folder takes no uploads by header signature.' },
  permissionDenied: { sentence: 'The acting person may not do this there.' },
  spaceNotExist: { sentence: 'There is no such space.' },
  dentryNotExist: { sentence: 'There is no such file.' },
  'Throttling.Api': { sentence: 'Too many calls at the moment.' },
  systemError: { sentence: 'DingTalk failed.' },
  unknownError: { sentence: 'DingTalk failed.' },
  operationTimeout: { sentence: 'DingTalk did not get done in time.' },
}
