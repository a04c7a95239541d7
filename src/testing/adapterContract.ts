import { isForbiddenHeader } from '../engine/forbiddenHeaders.ts'
import type { BackendAdapter, Checksums, Credential, Receipt } from '../engine/ports.ts'
import { callChecks } from './callChecks.ts'
import { promised, shown } from './contractCheck.ts'
import type { ContractCheck } from './contractCheck.ts'
import { createDesk, neverAborted } from './contractDesk.ts'
import type { ContractDesk } from './contractDesk.ts'

export interface AdapterContractOptions {
  /** A fresh adapter; every call of its backend goes by this `fetch`, so that the contract can spoil answers. */
  create: (fetch: typeof globalThis.fetch) => BackendAdapter
  /** Reaches a backend that works and the store it signs for: the real ones, a fake of yours, MSW. @default the platform's */
  fetch?: typeof globalThis.fetch | undefined
  /** Carries the bytes into the store. @default one request as the credential says, by `fetch` */
  send?: ((credential: Credential, file: File, adapter: BackendAdapter) => Promise<Receipt>) | undefined
  /** What is uploaded. @default a small PDF */
  file?: File | undefined
  /** Of that file, for a backend that wants them before it signs. @default none */
  checksums?: Checksums | undefined
}

/**
 * What every adapter promises, as a list of checks for any test runner. Each makes an adapter of its own; those about faults spoil the
 * answers on their way to it. A call that asks nobody passes them.
 *
 * @example
 * const checks = adapterContract({ create: (fetch) => createMyAdapter({ fetch }), fetch: fakeBackend })
 * for (const { name, run } of checks) it(name, run)
 */
export function adapterContract(options: AdapterContractOptions): ContractCheck[] {
  return [...adapterPromises(options), ...callChecks(options)]
}

/** Those of the promises for which no answer is spoilt. */
export function adapterPromises(options: AdapterContractOptions): ContractCheck[] {
  return Object.entries(general).map(([name, check]) => ({
    name,
    run: async () => check(createDesk(options), options),
  }))
}

type Check = (desk: ContractDesk, options: AdapterContractOptions) => void | Promise<void>

const general: Readonly<Record<string, Check>> = {
  'is named in kebab case': ({ adapter }) => {
    promised(/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(adapter.name), `The name is ${shown(adapter.name)}.`)
  },

  'says of every capability whether it has it': ({ adapter: { capabilities } }) => {
    for (const name of ['list', 'download', 'discard', 'remove', 'verify'] as const)
      promised(typeof capabilities[name] === 'boolean', `capabilities.${name} is ${shown(capabilities[name])}.`)
  },

  'gives a credential that can be sent as it is': async ({ ask }) => {
    const credential = await ask('a')
    promised(credential.handle !== '', 'The handle is empty.')
    const forbidden = Object.keys(credential.headers).filter(isForbiddenHeader)
    promised(forbidden.length === 0, `Browsers do not send the headers ${forbidden.join(', ')}.`)
    const copy = JSON.parse(JSON.stringify(credential)) as Credential
    promised(copy.url === credential.url && copy.kind === credential.kind, 'The credential does not survive JSON.')
    const names = credential.kind === 'form-policy' ? credential.fields.map(([name]) => name) : []
    promised(!names.includes('file'), 'The form has a field "file" of its own, which stores take for the file.')
  },

  'gives two equal files two objects': async ({ ask }) => {
    const [first, second] = [await ask('a'), await ask('b')]
    promised(first.handle !== second.handle, `Both were given the handle ${shown(first.handle)}.`)
  },

  'asks anew for every attempt': async ({ ask, asked }) => {
    const { handle } = await ask('a')
    const before = asked()
    await ask('a', { attempt: 2, previousHandle: handle })
    promised(asked() === before * 2, 'The second attempt got a credential from before, which may have been used up.')
  },

  'gives an attachment with a name, a handle and, where it is known, the size': async ({ upload, meta }) => {
    const attachment = await upload('a')
    promised(attachment.name === meta.name, `The name is ${shown(attachment.name)} instead of ${shown(meta.name)}.`)
    promised(attachment.handle !== '', 'The handle is empty.')
    promised((attachment.size ?? meta.size) === meta.size, `The size is ${attachment.size} instead of ${meta.size}.`)
    const copy: unknown = JSON.parse(JSON.stringify(attachment))
    promised(shown(copy) === shown(attachment), 'The attachment does not survive JSON.')
  },

  'gives back the bytes it took': async ({ adapter, file, upload }, { fetch }) => {
    if (!adapter.capabilities.download) return
    const attachment = await upload('a')
    const { url, headers } = await adapter.requestDownload({
      attachment,
      disposition: 'attachment',
      filename: attachment.name,
      signal: neverAborted,
    })
    const get = url.startsWith('blob:') || !fetch ? globalThis.fetch : fetch
    const response = await get(url, { headers })
    promised(response.ok, `The download was answered with ${response.status}.`)
    const [sent, got] = [await file.arrayBuffer(), await response.arrayBuffer()].map((bytes) => new Uint8Array(bytes))
    promised(
      sent?.join() === got?.join(),
      `${got?.length} other bytes came back for the ${sent?.length} that were sent.`,
    )
  },

  'attaches once, however often a commit is repeated': async ({ adapter, stored }) => {
    const request = await stored('a')
    const first = await adapter.commitUpload(request)
    const second = await adapter.commitUpload(request)
    promised(first.handle === second.handle, `The same key gave ${shown(first.handle)} and ${shown(second.handle)}.`)
  },

  'lists what was attached': async ({ adapter, upload }) => {
    if (!adapter.capabilities.list) return
    const { handle } = await upload('a')
    const listed = await adapter.listAttachments({ signal: neverAborted })
    promised(
      listed.some((each) => each.handle === handle),
      `The list does not have ${shown(handle)}.`,
    )
  },

  'does nothing where it declares that it cannot': async ({ adapter, meta, upload }) => {
    const { capabilities } = adapter
    const attachment = await upload('a')
    const listed = capabilities.list ? [] : await adapter.listAttachments({ signal: neverAborted })
    promised(listed.length === 0, 'It lists, and declares that it cannot.')
    if (!capabilities.remove) await adapter.removeAttachment({ attachment, signal: neverAborted })
    if (!capabilities.discard) await adapter.discardUpload({ handle: 'x', keepalive: false, signal: neverAborted })
    if (capabilities.verify) return
    const verdict = await adapter.verifyUpload({ itemId: 'a', file: meta, handle: 'x', signal: neverAborted })
    promised(verdict === 'unknown', `verifyUpload says ${shown(verdict)}, and capabilities that it cannot know.`)
  },
}
