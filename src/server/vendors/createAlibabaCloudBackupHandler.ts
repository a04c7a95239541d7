import { createAlibabaApi, describeAlibaba } from './createAlibabaApi.ts'
import { createVendorHandler, passOn, type VendorHandlerOptions } from './createVendorHandler.ts'
import { lastFolder, readNamedValues } from './readPageCall.ts'
import type { KeyOptions } from './vendorKey.ts'

/** What a page asks of Cloud Backup. */
export type BackupCall =
  | { operation: 'CreateTempFileUploadUrl'; fileName: string }
  | { operation: 'GetTempFileDownloadLink'; tempFileKey: string }

export interface AlibabaCloudBackupHandlerOptions extends VendorHandlerOptions<BackupCall>, KeyOptions {
  /** e.g. `cn-shenzhen`: the endpoint is `https://hbr.{region}.aliyuncs.com`. @default none: `https://hbr.aliyuncs.com` */
  region?: string | undefined
  /** Instead of the region's. */
  endpoint?: string | undefined
}

/**
 * The other side of the adapter `alibaba-cloud-backup`: calls hbr 2017-09-08 with your key and passes its JSON on unchanged.
 * Mount it under any path whose last part is the operation: `CreateTempFileUploadUrl`, `GetTempFileDownloadLink`. The key is
 * read as `createAlibabaTicketHandler` reads it.
 * @see https://www.alibabacloud.com/help/en/cloud-backup/developer-reference/api-hbr-2017-09-08-createtempfileuploadurl
 *
 * @example
 * export const POST = createAlibabaCloudBackupHandler({ region: 'cn-shenzhen', authorize })
 */
export function createAlibabaCloudBackupHandler(
  options: AlibabaCloudBackupHandlerOptions,
): (request: Request) => Promise<Response> {
  const host = options.region ? `hbr.${options.region}.aliyuncs.com` : 'hbr.aliyuncs.com'
  const backups = createAlibabaApi({
    ...options,
    endpoint: options.endpoint ?? `https://${host}`,
    version: '2017-09-08',
  })

  return createVendorHandler<BackupCall, true>(
    {
      read: readBackupCall,
      describe: describeAlibaba,
      answer: async (call, _who, { signal }) => {
        const isUpload = call.operation === 'CreateTempFileUploadUrl'
        const query = isUpload ? { FileName: call.fileName } : { TempFileKey: call.tempFileKey }
        const { status, json, date } = await backups(call.operation, { query, signal })
        return passOn(json, status, date)
      },
    },
    options,
  )
}

async function readBackupCall(request: Request): Promise<BackupCall | 'invalid' | undefined> {
  const operation = lastFolder(request)
  const isKnown = operation === 'CreateTempFileUploadUrl' || operation === 'GetTempFileDownloadLink'
  if (!isKnown || request.method !== 'POST') return undefined
  const valueOf = await readNamedValues(request)
  const [fileName, tempFileKey] = [valueOf?.('FileName'), valueOf?.('TempFileKey')]
  if (operation === 'CreateTempFileUploadUrl') return fileName ? { operation, fileName } : 'invalid'
  return tempFileKey ? { operation, tempFileKey } : 'invalid'
}
