import type { Credential, Receipt } from '../../src/engine/ports.ts'

/** Carries bytes the way the transports do, without their care: for tests of what adapters and simulators agree on. */
export async function sendCredential(
  fetch: typeof globalThis.fetch,
  credential: Credential,
  file: File,
): Promise<Receipt> {
  const response = await fetch(credential.url, {
    method: credential.kind === 'signed-put' ? credential.method : 'POST',
    headers: credential.headers,
    body: credential.kind === 'signed-put' ? bodyOf(credential.contentType, file) : formOf(credential, file),
  })
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
}

function bodyOf(contentType: 'none' | 'exact' | 'free', file: File): Blob {
  return contentType === 'free' ? file : file.slice(0, file.size, '')
}

function formOf(credential: Extract<Credential, { kind: 'form-policy' }>, file: File): FormData {
  const form = new FormData()
  for (const [name, value] of credential.fields) form.append(name, value)
  form.append(credential.fileField, file)
  return form
}
