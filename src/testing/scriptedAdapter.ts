import { UploadError, type ErrorCode, type Stage } from '../engine/errors.ts'
import type { Attachment, BackendAdapter, Capabilities, CredentialOf, SignedPutCredential } from '../engine/ports.ts'
import { wait } from '../engine/retry.ts'

/** The calls of a `BackendAdapter`, by name. */
export type AdapterOperation =
  | 'requestUpload'
  | 'commitUpload'
  | 'verifyUpload'
  | 'listAttachments'
  | 'requestDownload'
  | 'discardUpload'
  | 'removeAttachment'

type Answers = Partial<Pick<BackendAdapter<'signed-put'>, AdapterOperation | 'name' | 'rules'>>

/** What a scripted adapter answers: functions for whole calls, and what goes wrong before they are asked. */
export interface AdapterScript extends Answers {
  /** @default list, download and discard */
  capabilities?: Partial<Capabilities> | undefined
  /** Milliseconds before every answer. @default 0 */
  latencyMs?: number | undefined
  /** How each call goes, in order: a code is thrown, `null` is a call that goes well, as are all after the last. */
  failures?: { readonly [O in AdapterOperation]?: ReadonlyArray<ErrorCode | null> } | undefined
  /** Milliseconds until a credential expires. @default never */
  credentialLifeMs?: number | undefined
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
 * yourself, or a script of what goes wrong.
 * @example
 * createScriptedAdapter({ failures: { requestUpload: ['rate-limited'], commitUpload: [null, 'server-error'] } })
 */
export function createScriptedAdapter(script: AdapterScript = {}): ScriptedAdapter {
  const calls: Array<{ operation: AdapterOperation; request: unknown }> = []
  const count = (operation: AdapterOperation) => calls.filter((call) => call.operation === operation).length

  function answer<O extends AdapterOperation>(operation: O, byDefault: BackendAdapter<'signed-put'>[O]) {
    const reply = (script[operation] ?? byDefault) as (request: unknown) => unknown
    return ((request: { signal: AbortSignal }) => {
      const failure = script.failures?.[operation]?.[count(operation)]
      calls.push({ operation, request })
      if (!failure && script.latencyMs === undefined) return reply(request)
      return goWrong(operation, failure, request.signal, script.latencyMs).then(() => reply(request))
    }) as BackendAdapter<'signed-put'>[O]
  }

  const { credentialLifeMs: afterMs } = script
  const life = afterMs === undefined ? {} : { expiry: { afterMs } }
  return {
    name: script.name ?? 'scripted',
    capabilities: { list: true, download: true, discard: true, remove: false, verify: false, ...script.capabilities },
    rules: script.rules ?? {},
    calls,
    count,
    requestUpload: answer('requestUpload', async () => scriptedCredential(`object-${count('requestUpload')}`, life)),
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

const stages: Record<AdapterOperation, Stage> = {
  requestUpload: 'credentials',
  commitUpload: 'commit',
  verifyUpload: 'transfer',
  listAttachments: 'list',
  requestDownload: 'download',
  discardUpload: 'commit',
  removeAttachment: 'commit',
}

async function goWrong(
  operation: AdapterOperation,
  failure: ErrorCode | null | undefined,
  signal: AbortSignal,
  latencyMs: number | undefined,
): Promise<void> {
  if (latencyMs !== undefined) await wait(latencyMs, signal)
  if (failure) throw new UploadError({ code: failure, stage: stages[operation] })
}
