import { isRecord } from '../readFields.ts'
import type { VendorErrors } from '../vendorRefusal.ts'

/**
 * Every code of "Get file upload information", and those of DingTalk's gateway. `InvalidAuthentication` is the backend's
 * access token being refused, not the end of a person's session.
 * @see https://open.dingtalk.com/document/development/get-file-upload-information
 */
export const dingtalkErrors: VendorErrors = {
  codes: {
    paramError: 'vendor-refused',
    'paramError.protocol': 'vendor-refused',
    'paramError.parentDentryUuid': 'vendor-refused',
    'paramError.storageDriver': 'vendor-refused',
    'paramError.name': 'file-invalid-name',
    dentryUploadError: 'vendor-refused',
    spaceQuotaInsufficient: 'quota-exceeded',
    sceneQuotaInsufficient: 'quota-exceeded',
    appQuotaInsufficient: 'quota-exceeded',
    orgQuotaInsufficient: 'quota-exceeded',
    dentryUploadForbidden: 'forbidden',
    dentryUploadProtocolNotSupport: 'store-misconfigured',
    permissionDenied: 'forbidden',
    spaceNotExist: 'not-found',
    dentryNotExist: 'not-found',
    systemError: 'server-error',
    unknownError: 'server-error',
    operationTimeout: 'timeout',
    InvalidAuthentication: 'forbidden',
    'Forbidden.AccessDenied.AccessTokenPermissionDenied': 'forbidden',
    'Throttling.Api': 'rate-limited',
  },
  readRefusal: (body) => {
    if (!isRecord(body) || typeof body['code'] !== 'string') return undefined
    const requestId = body['requestid'] ?? body['requestId']
    return { storageCode: body['code'], requestId: typeof requestId === 'string' ? requestId : undefined }
  },
}
