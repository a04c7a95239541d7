import { createMemoryAdapter, createMemoryTransports } from 'attachkit/adapters/memory'

/** Stands in for your backend. Yours: an adapter of your system, and no `transports`. */
export const adapter = createMemoryAdapter()
export const transports = createMemoryTransports(adapter)
