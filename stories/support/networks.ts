import { createContext, useEffect } from 'react'
import { UploadError } from '../../src/index.ts'
import type { MemoryAdapterOptions } from '../../src/adapters/memory/index.ts'
import type { Switches } from '../../src/testing/index.ts'

/** The networks of the toolbar. */
export const networkNames = ['as the story says', 'slow', 'failing', 'offline'] as const

export type NetworkName = (typeof networkNames)[number]

interface Network {
  /** For a backend in the page's memory. */
  memory: Pick<MemoryAdapterOptions, 'latencyMs' | 'bytesPerSecond' | 'failWith'>
  /** For the simulator. */
  switches: Partial<Switches>
}

const refused = () => new UploadError({ code: 'forbidden', stage: 'transfer', status: 403, requestId: '6F1A90C2' })

export const networks: Readonly<Record<NetworkName, Network>> = {
  'as the story says': { memory: {}, switches: {} },
  slow: {
    memory: { latencyMs: 1500, bytesPerSecond: 60_000 },
    switches: { latencyMs: 1500, uploadBytesPerSecond: 60_000 },
  },
  failing: {
    memory: { failWith: ({ stage }) => (stage === 'transfer' ? refused() : undefined) },
    switches: {
      faults: [
        { match: { plane: 'store' }, times: null, fault: { type: 'answer', status: 403, code: 'AccessDenied' } },
      ],
    },
  },
  offline: { memory: {}, switches: {} },
}

/** The network that was chosen in the toolbar. */
export const NetworkContext = createContext<NetworkName>('as the story says')

/** Tells the page that it is offline, and on leaving that it is back. */
export function usePosedConnection(name: NetworkName): void {
  useEffect(() => {
    if (name !== 'offline') return
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
    dispatchEvent(new Event('offline'))
    return () => {
      Reflect.deleteProperty(navigator, 'onLine')
      dispatchEvent(new Event('online'))
    }
  }, [name])
}
