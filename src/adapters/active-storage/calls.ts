import { hasContentType } from '../../engine/hasContentType.ts'
import { checkHeaders } from '../../engine/checkHeaders.ts'
import { UploadError } from '../../engine/errors.ts'
import type { DownloadCredential, DownloadRequest, SignedPutCredential, UploadRequest } from '../../engine/ports.ts'
import type { AdapterCalls } from '../lazyAdapter.ts'
import { pathSegment } from '../pathSegment.ts'
import { requestJson, resolveHeaders } from '../request.ts'
import { checkStoreUrl } from '../storeUrl.ts'
import { readUrlExpiry } from '../urlExpiry.ts'
import type { ActiveStorageOptions } from './createAdapter.ts'
import { railsErrors } from './errors.ts'
import { readDirectUpload } from './wire.ts'
import type { DirectUploadBody } from './wire.ts'

/** The calls of Active Storage. */
export function createCalls(options: ActiveStorageOptions): AdapterCalls<'signed-put'> {
  const { endpoint = '/rails/active_storage', blobs = '/rails/active_storage/blobs/redirect', query } = options
  const backend = { ...options, endpoint, headers: () => railsHeaders(options) }

  async function requestUpload({ file, signal }: UploadRequest): Promise<SignedPutCredential> {
    const { checksums, contentType, name, size } = file
    if (checksums?.md5 === undefined) throw noChecksum()
    const metadata = options.metadata?.(file)
    const blob = { filename: name, content_type: contentType, byte_size: size, checksum: checksums.md5, metadata }
    const json: DirectUploadBody = { blob }
    const call = { path: 'direct_uploads', query, json, stage: 'credentials', signal } as const
    const answer = await requestJson(backend, call, railsErrors)
    const upload = readDirectUpload(answer.json)
    const url = checkStoreUrl(upload.url, 'direct_upload.url', 'credentials')
    const hasType = hasContentType(upload.headers)
    return {
      kind: 'signed-put',
      method: 'PUT',
      handle: upload.signedId,
      url,
      headers: checkHeaders(upload.headers, 'credentials'),
      contentType: hasType ? 'exact' : 'none',
      expiry: readUrlExpiry(url, answer.serverNowMs),
    }
  }

  async function requestDownload(request: DownloadRequest): Promise<DownloadCredential> {
    const { attachment, disposition, filename } = request
    const [id, name] = [attachment.handle, filename || 'file'].map((part) => pathSegment(part, 'download'))
    return {
      url: `${blobs.replace(/\/+$/, '')}/${id}/${name}?disposition=${disposition}`,
      headers: {},
      withCredentials: options.withCredentials,
      bindsFilename: true,
    }
  }

  return {
    requestUpload,
    commitUpload: async ({ handle, file }) => ({
      handle,
      name: file.name,
      size: file.size,
      contentType: file.contentType,
    }),
    requestDownload,
    discardUpload: async (request) => options.discard?.(request),
  }
}

async function railsHeaders({ csrfToken = tokenOfPage, headers }: ActiveStorageOptions) {
  const token = csrfToken()
  const own: Record<string, string> = token === undefined ? {} : { 'x-csrf-token': token }
  return { 'x-requested-with': 'XMLHttpRequest', ...own, ...(await resolveHeaders(headers)) }
}

/** As Rails' own script reads it. */
function tokenOfPage(): string | undefined {
  const meta = globalThis.document?.querySelector('meta[name="csrf-token"]')
  return meta?.getAttribute('content') ?? undefined
}

function noChecksum(): UploadError {
  const hint =
    "Active Storage wants the file's MD5: give the session integrity: { algorithms: ['md5'], hasher: createHasher() }."
  return new UploadError({ code: 'store-misconfigured', stage: 'credentials', hint })
}
