import type {
  Credential,
  FileMeta,
  FormPolicyCredential,
  SignedPutCredential,
  TransportRequest,
} from '../../src/engine/ports.ts'

export function metaOf(file: File, contentType = file.type || 'application/octet-stream'): FileMeta {
  return { name: file.name, size: file.size, contentType, lastModified: file.lastModified }
}

/** A request of a transport, with nothing listening. */
export function transportRequest<C extends Credential>(
  credential: C,
  file: File,
  changes: Partial<TransportRequest<C>> = {},
): TransportRequest<C> {
  return {
    credential,
    file,
    meta: metaOf(file),
    signal: new AbortController().signal,
    onProgress: () => {},
    ...changes,
  }
}

export function putCredential(url: string, changes: Partial<SignedPutCredential> = {}): SignedPutCredential {
  return { kind: 'signed-put', handle: 'handle-1', url, method: 'PUT', headers: {}, contentType: 'none', ...changes }
}

export function formCredential(url: string, changes: Partial<FormPolicyCredential> = {}): FormPolicyCredential {
  return {
    kind: 'form-policy',
    handle: 'handle-1',
    url,
    headers: {},
    fields: [['key', 'a']],
    fileField: 'file',
    ...changes,
  }
}

/** Bytes that differ from each other, so that a lost or doubled one shows. */
export function fileOf(bytes: number, name = 'report.pdf', type = 'application/pdf'): File {
  return new File([Uint8Array.from({ length: bytes }, (_, index) => (index * 7) % 251)], name, { type })
}

/** A file that can be read so many times and then no longer, as after an edit on disk. */
export function unreadableFile({ reads = 0, name = 'report.pdf', type = 'application/pdf' } = {}): File {
  const file = fileOf(3, name, type)
  let left = reads
  const broken = () =>
    new ReadableStream({ start: (read) => read.error(new DOMException('The file changed.', 'NotReadableError')) })
  return Object.assign(file, { stream: () => (left-- > 0 ? new Blob(['abc']).stream() : broken()) })
}
