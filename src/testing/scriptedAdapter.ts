import type { Attachment, BackendAdapter, Capabilities, CredentialOf, SignedPutCredential } from '../engine/ports.ts'

/** The calls of a `BackendAdapter`, by name. */
export type AdapterOperation =
  | 'requestUpload'
  | 'commitUpload'
  | 'verifyUpload'
  | 'listAttachments'
  | 'requestDownload'
  | 'discardUpload'
  | 'removeAttachment'

type Answers = Partial<Pick<BackendAdapter<'signed-put'>, AdapterOperation | 'name' | 'rules'>> & {
  capabilities?: Partial<Capabilities>
}

export interface ScriptedAdapter extends BackendAdapter<'signed-put'> {
  /** Every call so far, in order, with its request. */
  readonly calls: ReadonlyArray<{ operation: AdapterOperation; request: unknown }>
  readonly count: (operation: AdapterOperation) => number
}

/** A credential for tests; nothing in it works anywhere. */
export function scriptedCredential(
  handle: string,
  changes: Partial<SignedPutCredential> = {},
): CredentialOf<'signed-put'> {
  const url = `https://store.example.test/${handle}?Signature=made-up`
  return { kind: 'signed-put', method: 'PUT', handle, url, headers: {}, contentType: 'none', ...changes }
}

/**
 * An adapter that answers at once, `object-1`, `object-2`, …, and remembers every call. Give a function to answer a call
 * yourself.
 */
export function createScriptedAdapter(answers: Answers = {}): ScriptedAdapter {
  const calls: Array<{ operation: AdapterOperation; request: unknown }> = []
  const count = (operation: AdapterOperation) => calls.filter((call) => call.operation === operation).length

  function answer<O extends AdapterOperation>(operation: O, byDefault: BackendAdapter<'signed-put'>[O]) {
    const reply = (answers[operation] ?? byDefault) as (request: unknown) => unknown
    return ((request: unknown) => {
      calls.push({ operation, request })
      return reply(request)
    }) as BackendAdapter<'signed-put'>[O]
  }

  return {
    name: answers.name ?? 'scripted',
    capabilities: { list: true, download: true, discard: true, remove: false, verify: false, ...answers.capabilities },
    rules: answers.rules ?? {},
    calls,
    count,
    requestUpload: answer('requestUpload', async () => scriptedCredential(`object-${count('requestUpload')}`)),
    commitUpload: answer('commitUpload', async ({ handle, file }): Promise<Attachment> => {
      return { handle, name: file.name, size: file.size, contentType: file.contentType }
    }),
    verifyUpload: answer('verifyUpload', async () => 'unknown'),
    listAttachments: answer('listAttachments', async () => []),
    requestDownload: answer('requestDownload', async ({ attachment }) => ({
      url: `https://store.example.test/${attachment.handle}?Signature=made-up`,
      headers: {},
      bindsFilename: true,
    })),
    discardUpload: answer('discardUpload', async () => {}),
    removeAttachment: answer('removeAttachment', async () => {}),
  }
}
