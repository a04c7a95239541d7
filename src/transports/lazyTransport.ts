import { lazyModule } from '../engine/lazyModule.ts'
import type { Credential, Transport } from '../engine/ports.ts'

/** A transport that is loaded with the first upload, or ahead of it by `warm`. */
export function lazyTransport<C extends Credential>(loadTransport: () => Promise<Transport<C>>): Transport<C> {
  const { load, warm } = lazyModule(loadTransport)
  return { warm, send: async (request) => (await load('transfer')).send(request) }
}
