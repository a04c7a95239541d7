import { createMemoryAdapter, createMemoryTransports } from '../../src/adapters/memory/index.ts'
import type { MemoryAdapterOptions } from '../../src/adapters/memory/index.ts'

/** A backend in the page. In an app: the adapter of your system, and no transports. */
export function memoryBackend(options: Omit<MemoryAdapterOptions<'signed-put'>, 'kind'> = {}) {
  const adapter = createMemoryAdapter({ rules: { maxFileSize: 25_000_000, maxFiles: 10 }, ...options })
  const transports = createMemoryTransports(adapter)
  return { adapter, transports: { 'signed-put': transports['signed-put'] } }
}

/** Takes its time and accepts whatever comes. */
export async function accept(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 400))
}
