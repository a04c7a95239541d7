export { createMemoryAdapter } from './createAdapter.ts'
export type { MemoryAdapter, MemoryAdapterOptions } from './createAdapter.ts'
export { createMemoryTransports } from './createTransports.ts'
export type { MemoryObject, MemoryStore } from './memoryStore.ts'
