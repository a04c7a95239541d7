import { checkHeaders } from '../../engine/checkHeaders.ts'
import type {
  Attachment,
  BatchSigner,
  CommitRequest,
  CredentialKind,
  DownloadCredential,
  DownloadRequest,
  UploadRequest,
} from '../../engine/ports.ts'
import { bindsFilename } from '../bindsFilename.ts'
import type { AdapterCalls } from '../lazyAdapter.ts'
import { readFields } from '../readFields.ts'
import { readMoment } from '../readMoment.ts'
import { requestJson } from '../request.ts'
import type { BackendCall } from '../request.ts'
import { checkStoreUrl } from '../storeUrl.ts'
import { readUrlExpiry } from '../urlExpiry.ts'
import type { CredentialChange, EndpointOperation, SignedEndpointOptions } from './createAdapter.ts'
import { endpointErrors } from './errors.ts'
import { readCredential } from './readCredential.ts'
import { signBatch } from './signBatch.ts'
import { readAttachment, readAttachments } from './wire.ts'
import type { CommitBody, SignRequest } from './wire.ts'

/** The calls of a backend written by hand. */
export function createCalls<K extends CredentialKind = CredentialKind>(
  options: SignedEndpointOptions<K>,
  offers: ReadonlySet<EndpointOperation>,
  change: CredentialChange<K>,
): AdapterCalls<K> & Pick<BatchSigner<K>, 'requestUploads'> {
  const call = (path: string, json: unknown, rest: Pick<BackendCall, 'stage' | 'signal' | 'keepalive'>) =>
    requestJson(options, { path, json, ...rest }, endpointErrors)

  async function requestUpload({ attempt, file, itemId, previousHandle, signal }: UploadRequest) {
    const { checksums, lastModified, name, size, contentType: type } = file
    const request: SignRequest = { name, size, type, lastModified, checksums, attempt, previousKey: previousHandle }
    const { json, serverNowMs } = await call('sign', request, { stage: 'credentials', signal })
    return change(readCredential(json, { file, itemId, serverNowMs }, options.kind))
  }

  async function commitUpload({ file, handle, idempotencyKey, receipt, signal }: CommitRequest): Promise<Attachment> {
    const known = { handle, name: file.name, size: file.size, contentType: file.contentType }
    if (!offers.has('commit')) return known
    const { name, size, contentType: type } = file
    const body: CommitBody = { handle, name, size, type, etag: receipt.etag, idempotencyKey }
    const { json } = await call('commit', body, { stage: 'commit', signal })
    return json === undefined ? known : readAttachment(readFields(json, 'commit'), known)
  }

  async function requestDownload({ attachment, disposition, filename, signal }: DownloadRequest) {
    const body = { handle: attachment.handle, disposition, filename }
    const { json, serverNowMs } = await call('download', body, { stage: 'download', signal })
    return readDownloadReply(json, serverNowMs)
  }

  return {
    requestUpload,
    requestUploads: (request) => signBatch(options, change, request),
    commitUpload,
    requestDownload,
    verifyUpload: async ({ file, handle, signal }) => {
      const { json } = await call('verify', { handle, size: file.size }, { stage: 'transfer', signal })
      return readFields(json, 'transfer').boolean('stored') ? 'stored' : 'missing'
    },
    listAttachments: async ({ signal }) =>
      readAttachments((await call('list', {}, { stage: 'list', signal })).json, 'list'),
    discardUpload: async ({ handle, keepalive, signal }) => {
      await call('discard', { handle }, { stage: 'commit', signal, keepalive })
    },
    removeAttachment: async ({ attachment, signal }) => {
      await call('remove', { handle: attachment.handle }, { stage: 'commit', signal })
    },
  }
}

function readDownloadReply(json: unknown, serverNowMs: number | undefined): DownloadCredential {
  const fields = readFields(json, 'download')
  const url = checkStoreUrl(fields.string('url'), 'url', 'download')
  const seconds = fields.optionalNumber('expiresIn')
  const told = seconds === undefined ? readMoment(fields.value('expiresAt'), serverNowMs) : { afterMs: seconds * 1000 }
  return {
    url,
    headers: checkHeaders(fields.optionalStrings('headers') ?? {}, 'download'),
    expiry: told ?? readUrlExpiry(url, serverNowMs),
    bindsFilename: bindsFilename(url),
  }
}
