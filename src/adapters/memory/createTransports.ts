import { abortError } from '../../engine/errors.ts'
import type { CredentialKind, Transport, TransportRequest, Transports } from '../../engine/ports.ts'
import { wait } from '../../engine/retry.ts'
import type { MemoryAdapter } from './createAdapter.ts'

/** Milliseconds between two reports of progress. */
const tickMs = 50

type Carrier = Pick<MemoryAdapter, 'store' | 'bytesPerSecond' | 'failWith'>

/** Transports that carry bytes into a memory adapter at its pace, one for each kind of credential. */
export function createMemoryTransports(adapter: Carrier): Transports<CredentialKind> {
  const transport: Transport = { send: (request) => carry(adapter, request) }
  return { 'signed-put': transport, 'form-policy': transport }
}

async function carry({ store, bytesPerSecond, failWith }: Carrier, request: TransportRequest) {
  const { credential, file, meta, onProgress, signal } = request
  const bytesPerTick = Math.max(1, (bytesPerSecond * tickMs) / 1000)
  for (let sentBytes = 0; sentBytes < meta.size;) {
    await wait(tickMs, signal)
    sentBytes = Math.min(meta.size, sentBytes + bytesPerTick)
    onProgress(sentBytes)
  }
  if (signal.aborted) throw abortError()
  const error = failWith({ stage: 'transfer', file: meta })
  if (error) throw error
  store.put(credential.handle, file, meta)
  return { status: 200, headers: {}, body: '' }
}
