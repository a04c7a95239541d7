import { createSimulator } from '../../src/simulator/createSimulator.ts'
import type { Simulator, SimulatorOptions } from '../../src/simulator/createSimulator.ts'
import type { VendorName } from '../../src/simulator/quirks.ts'

export const deskUrl = 'https://desk.example.test/api'
export const storeUrl = 'http://localhost:4801'

export interface Harness {
  simulator: Simulator
  /** Reaches every vendor under `deskUrl/{vendor}` and the store under its buckets' hosts. */
  fetch: typeof fetch
  /** What the desk was asked, in order. */
  asked: Request[]
}

/** A simulator, and a fetch that reaches nothing else. */
export function createHarness(options: Partial<SimulatorOptions> = {}): Harness {
  const simulator = createSimulator({ storeUrl, ...options })
  const asked: Request[] = []
  const reach = async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    if (url.host.endsWith('localhost:4801')) return simulator.store(request)
    asked.push(request.clone())
    const vendor = url.pathname.split('/')[2] as VendorName
    return simulator.api[vendor](request)
  }
  return { simulator, fetch: reach, asked }
}
