import { createSignedEndpointAdapter } from '../adapters/signed-endpoint/createAdapter.ts'
import type { SignedEndpointOptions } from '../adapters/signed-endpoint/createAdapter.ts'
import { callUrl, resolveHeaders } from '../adapters/request.ts'
import { adapterPromises } from './adapterContract.ts'
import { promised } from './contractCheck.ts'
import type { ContractCheck } from './contractCheck.ts'
import { createDesk } from './contractDesk.ts'
import type { ContractDesk } from './contractDesk.ts'

export interface BackendContractOptions extends Pick<
  SignedEndpointOptions,
  'endpoint' | 'fetch' | 'headers' | 'offers'
> {
  /** What is uploaded, for a backend that does not take a PDF. */
  file?: File | undefined
  /** Origin of the page, to see whether the store's CORS rules let it in. @default not looked at */
  origin?: string | undefined
}

/**
 * Proves that a backend, in whatever language, fits the adapters `signed-endpoint` and `s3`: a list of checks for any test runner. It
 * really uploads, commits and discards, a handful of small files: give it a place for tests. The same requests and answers as data
 * are in `attachkit/testing/golden/signed-endpoint.json`.
 *
 * @example
 * for (const { name, run } of backendContract({ endpoint: 'http://localhost:3000/api/attachments' })) it(name, run)
 */
export function backendContract(options: BackendContractOptions): ContractCheck[] {
  const create = (fetch: typeof globalThis.fetch) => createSignedEndpointAdapter({ ...options, fetch })
  const contract = { create, fetch: options.fetch, file: options.file }
  const own = Object.entries(promises).map(([name, check]) => ({
    name,
    run: async () => check(createDesk(contract), options),
  }))
  return [...adapterPromises(contract), ...own]
}

type Check = (desk: ContractDesk, options: BackendContractOptions) => Promise<void>

const promises: Readonly<Record<string, Check>> = {
  'says how long a credential is good': async ({ ask }) => {
    const { expiry } = await ask('a')
    promised(expiry !== undefined, 'The answer of sign has neither expiresIn nor expiresAt, and the URL does not tell.')
  },

  'signs the same file again, ready to be sent': async ({ ask, send }) => {
    const first = await ask('a')
    const again = await ask('a', { attempt: 2, previousHandle: first.handle })
    const { status, body } = await send(again)
    promised(
      status >= 200 && status < 300,
      `The store answered ${status} to the second credential: ${body.slice(0, 300)}`,
    )
  },

  'refuses a request that says nothing': (_desk, options) => refuses(options, 'sign', '{}'),
  'refuses a body that is no JSON': (_desk, options) => refuses(options, 'sign', '{'),

  'refuses handles that it never gave out': async ({ adapter }, options) => {
    const { offers = ['commit', 'download'] } = options
    const handle = '../../etc/passwd'
    const file = { name: 'a.pdf', size: 1, type: 'application/pdf' }
    if (offers.includes('commit')) await refuses(options, 'commit', JSON.stringify({ handle, ...file }))
    if (adapter.capabilities.download) await refuses(options, 'download', JSON.stringify({ handle, filename: 'a.pdf' }))
  },

  'discards what was not attached, and nothing else': async ({ adapter, stored, upload }) => {
    if (!adapter.capabilities.discard) return
    const signal = new AbortController().signal
    const { handle } = await stored('a')
    await adapter.discardUpload({ handle, keepalive: false, signal })
    await adapter.discardUpload({ handle, keepalive: false, signal })
    if (!adapter.capabilities.list) return
    const kept = await upload('b')
    await adapter.discardUpload({ handle: kept.handle, keepalive: false, signal })
    const left = (await adapter.listAttachments({ signal })).map((attachment) => attachment.handle)
    promised(!left.includes(handle), 'A file that was discarded is listed.')
    promised(left.includes(kept.handle), 'Discarding took an attachment away.')
  },

  'the store lets the page in': async ({ ask }, { origin, fetch = globalThis.fetch }) => {
    if (origin === undefined) return
    const credential = await ask('a')
    const method = credential.kind === 'signed-put' ? credential.method : 'POST'
    const names = Object.keys(credential.headers).map((name) => name.toLowerCase())
    const asked = { origin, 'access-control-request-method': method, 'access-control-request-headers': names.join(',') }
    const response = await fetch(credential.url, { method: 'OPTIONS', headers: asked })
    const allowed = response.headers.get('access-control-allow-origin')
    promised(
      response.ok && (allowed === '*' || allowed === origin),
      `The preflight of ${origin} for ${method} ${names.join(', ')} was answered with ${response.status} and allows ${allowed}.`,
    )
  },
}

async function refuses(options: BackendContractOptions, path: string, body: string): Promise<void> {
  const { endpoint, fetch = globalThis.fetch } = options
  const headers = { 'content-type': 'application/json', ...(await resolveHeaders(options.headers)) }
  const { status } = await fetch(callUrl(endpoint, path), { method: 'POST', headers, body })
  promised(status >= 400 && status < 500, `${path} answered ${status} to ${body}: a refusal is a status of 4xx.`)
}
