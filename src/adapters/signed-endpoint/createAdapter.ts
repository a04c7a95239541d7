import { checkHeaders } from '../../engine/checkHeaders.ts'
import { UploadError } from '../../engine/errors.ts'
import type {
  Attachment,
  BackendAdapter,
  CommitRequest,
  Credential,
  CredentialKind,
  CredentialOf,
  DownloadCredential,
  DownloadRequest,
  UploadRequest,
} from '../../engine/ports.ts'
import type { FileRules } from '../../engine/rules.ts'
import { bindsFilename } from '../bindsFilename.ts'
import { readFields } from '../readFields.ts'
import { readMoment } from '../readMoment.ts'
import { requestJson } from '../request.ts'
import type { BackendCall, BackendOptions } from '../request.ts'
import { checkStoreUrl } from '../storeUrl.ts'
import { readUrlExpiry } from '../urlExpiry.ts'
import { endpointErrors } from './errors.ts'
import { readSignReply } from './readSignReply.ts'
import { readAttachment, readAttachments } from './wire.ts'
import type { CommitBody, SignRequest } from './wire.ts'

/** What a backend offers besides `sign`; each is `POST {endpoint}/{name}` with a JSON body. */
export type EndpointOperation = 'commit' | 'verify' | 'list' | 'download' | 'discard' | 'remove'

export interface SignedEndpointOptions<K extends CredentialKind = CredentialKind> extends BackendOptions {
  /** Which hook it serves; a reply of the other kind is refused. @default either kind */
  kind?: K | undefined
  /** @default ['commit', 'list', 'download', 'discard'] */
  offers?: readonly EndpointOperation[] | undefined
  /** Limits of the backend. */
  rules?: FileRules | undefined
}

const byDefault: readonly EndpointOperation[] = ['commit', 'list', 'download', 'discard']

/**
 * A backend written by hand: `POST {endpoint}/sign` answers `{ url, method?, headers?, fields?, key, expiresAt | expiresIn }`,
 * in any of the shapes that signers in the field send. Handles are the reply's `attachmentId`, else `signed_id`, else `key`.
 */
export function createSignedEndpointAdapter<K extends CredentialKind = CredentialKind>(
  options: SignedEndpointOptions<K>,
): BackendAdapter<K> {
  const offers = new Set(options.offers ?? byDefault)

  const call = (path: string, json: unknown, rest: Pick<BackendCall, 'stage' | 'signal' | 'keepalive'>) =>
    requestJson(options, { path, json, ...rest }, endpointErrors)

  async function requestUpload({ attempt, file, itemId, previousHandle, signal }: UploadRequest) {
    const { checksums, lastModified, name, size, contentType: type } = file
    const request: SignRequest = { name, size, type, lastModified, checksums, attempt, previousKey: previousHandle }
    const { json, serverNowMs } = await call('sign', request, { stage: 'credentials', signal })
    const credential = readSignReply(json, { file, itemId, serverNowMs })
    if (isOfKind(credential, options.kind)) return credential
    throw wrongKind(credential.kind)
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
    name: 'signed-endpoint',
    capabilities: {
      list: offers.has('list'),
      download: offers.has('download'),
      discard: offers.has('discard'),
      remove: offers.has('remove'),
      verify: offers.has('verify'),
    },
    rules: options.rules ?? {},
    requestUpload,
    commitUpload,
    requestDownload,
    verifyUpload: async ({ file, handle, signal }) => {
      if (!offers.has('verify')) return 'unknown'
      const { json } = await call('verify', { handle, size: file.size }, { stage: 'transfer', signal })
      return readFields(json, 'transfer').boolean('stored') ? 'stored' : 'missing'
    },
    listAttachments: async ({ signal }) => {
      if (!offers.has('list')) return []
      return readAttachments((await call('list', {}, { stage: 'list', signal })).json, 'list')
    },
    discardUpload: async ({ handle, keepalive, signal }) => {
      if (offers.has('discard')) await call('discard', { handle }, { stage: 'commit', signal, keepalive })
    },
    removeAttachment: async ({ attachment, signal }) => {
      if (offers.has('remove')) await call('remove', { handle: attachment.handle }, { stage: 'commit', signal })
    },
  }
}

function isOfKind<K extends CredentialKind>(
  credential: Credential,
  kind: K | undefined,
): credential is CredentialOf<K> {
  return kind === undefined || credential.alreadyStored === true || credential.kind === kind
}

function wrongKind(kind: CredentialKind): UploadError {
  const hint =
    kind === 'form-policy'
      ? 'The reply holds form fields: use useFormPolicyUpload, or sign a PUT.'
      : 'The reply holds no form fields: use useSignedUpload, or sign a form policy.'
  return new UploadError({ code: 'answer-unreadable', stage: 'credentials', hint })
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
