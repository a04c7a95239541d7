import { formatContentDisposition } from '../../signing/contentDisposition.ts'
import { presignOssV1Url } from '../../signing/oss/ossV1.ts'
import { signOssV1Post } from '../../signing/oss/ossPostPolicy.ts'
import { objectUrl } from '../object-store/address.ts'
import { lastSegment, readParameters } from '../readVendorCall.ts'
import { jsonAnswer, requestId } from '../vendorAnswer.ts'
import type { VendorApi, VendorContext } from '../vendorContext.ts'
import type { AlibabaCloudBackupQuirks } from './quirks.ts'

/** The bucket of the vendor's sample. */
export const backupBucket = 'hbr-temp-bucket'

/**
 * Cloud Backup as the embedder's endpoint passes it on: `CreateTempFileUploadUrl` and `GetTempFileDownloadLink`, each the last
 * folder of the path. Keys hold all there is to know, so nothing is remembered.
 */
export function createAlibabaCloudBackupApi(context: VendorContext<AlibabaCloudBackupQuirks>): VendorApi {
  const { accessKey, credentialLifeMs, now, quirks, storage, storeUrl } = context
  const code = (status: number) => (quirks().numericCode ? status : String(status))

  const describeError = (name: string, message: string) => {
    return { Success: false, Code: name, Message: message, RequestId: requestId() }
  }
  const refused = (status: number, name: string, message: string) =>
    jsonAnswer(describeError(name, message), status, now())
  const succeeded = (body: object) => {
    const answer = { Success: true, Code: code(200), Message: 'successful', RequestId: requestId(), ...body }
    return jsonAnswer(answer, 200, now())
  }

  async function createTempFileUploadUrl(parameters: URLSearchParams): Promise<Response> {
    const fileName = parameters.get('FileName')
    if (!fileName) return refused(400, 'MissingFileName', 'FileName is mandatory for this action.')
    const earlier = quirks().resignsSameKey ? parameters.get('TempFileKey') : null
    const key = earlier?.startsWith('temp/') ? earlier : newKey(fileName)
    const endsAtMs = now() + credentialLifeMs(1_800_000)
    const { maxBytes } = quirks()
    const policy = {
      expiration: new Date(endsAtMs).toISOString(),
      conditions: [{ bucket: backupBucket }, ['eq', '$key', key], ['content-length-range', 0, maxBytes]],
    } as const
    const signed = await signOssV1Post(policy, accessKey)
    return succeeded({
      BucketName: backupBucket,
      Endpoint: quirks().internalEndpoint ? 'oss-cn-shenzhen-internal.aliyuncs.com' : new URL(storeUrl).host,
      TempFileKey: key,
      OssAccessKeyId: signed['OSSAccessKeyId'],
      Policy: signed['policy'],
      Signature: signed['Signature'],
      ExpireTime: Math.floor(endsAtMs / 1000),
    })
  }

  function newKey(fileName: string): string {
    const day = new Date(now()).toISOString().slice(0, 10)
    return `temp/1440155109798732/upload/${day}/${crypto.randomUUID()}/${fileName.replaceAll('/', '_')}`
  }

  async function getTempFileDownloadLink(parameters: URLSearchParams): Promise<Response> {
    const key = parameters.get('TempFileKey') ?? ''
    if (!(await storage.head(backupBucket, key))) return refused(404, '404', 'The temporary file does not exist.')
    const saved = formatContentDisposition('attachment', key.slice(key.lastIndexOf('/') + 1))
    const query: [string, string][] = quirks().bindsFileNames ? [['response-content-disposition', saved]] : []
    const request = { method: 'GET', bucket: backupBucket, key, query, headers: {} }
    const expires = Math.floor(now() / 1000) + Math.max(1, Math.ceil(credentialLifeMs(600_000) / 1000))
    const url = await presignOssV1Url(objectUrl(storeUrl, backupBucket, key), request, accessKey, expires)
    return succeeded({ Url: url })
  }

  return {
    operationOf: ({ url }) => lastSegment(url),
    describeError,
    answer: async (call) => {
      const parameters = await readParameters(call)
      const name = lastSegment(call.url)
      if (name === 'CreateTempFileUploadUrl') return createTempFileUploadUrl(parameters)
      if (name === 'GetTempFileDownloadLink') return getTempFileDownloadLink(parameters)
      return refused(404, 'InvalidAction.NotFound', 'The specified api is not found.')
    },
  }
}
