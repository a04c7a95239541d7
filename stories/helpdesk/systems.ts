import type { BackendAdapter, SessionOptions } from '../../src/index.ts'

interface SystemBase {
  /** The adapter's name, also in the page's address and beside each stored reply. */
  name: string
  label: string
}

/** A system that takes PUT requests with a signed address or signed headers. */
export interface SignedSystem extends SystemBase {
  kind: 'signed-put'
  adapter: BackendAdapter<'signed-put'>
  /** @default the browser's own */
  transports?: SessionOptions<'signed-put'>['transports'] | undefined
}

/** A system that takes multipart forms. */
export interface FormSystem extends SystemBase {
  kind: 'form-policy'
  adapter: BackendAdapter<'form-policy'>
  /** @default the browser's own */
  transports?: SessionOptions<'form-policy'>['transports'] | undefined
}

/** Where a helpdesk keeps its attachments. */
export type HelpdeskSystem = SignedSystem | FormSystem
