import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { LoggedRequest } from '../../../src/dev-server/requestLog.ts'
import type { Ticket } from '../../../src/dev-server/index.ts'
import type { QuirkChange, Quirks } from '../../../src/simulator/quirks.ts'
import type { Switches } from '../../../src/simulator/switches.ts'
import { sha256OfFile } from './files.ts'

/** The dev server from outside: its switches, what it was asked, and what it has stored. */
export function createSimulatorClient(url: string) {
  const call = async (method: string, name: string, body?: unknown) => {
    const init =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const answer = await fetch(`${url}/api/${name}`, { method, ...init })
    if (!answer.ok) throw new Error(`${method} ${name} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  return {
    set: (change: Partial<Switches>): Promise<Switches> => call('PUT', 'simulator/switches', change),
    setQuirks: (change: QuirkChange): Promise<Quirks> => call('PUT', 'simulator/quirks', change),
    reset: async (): Promise<void> => {
      await call('DELETE', 'simulator/switches')
      await call('DELETE', 'simulator/requests')
    },
    /** Without preflights. */
    requests: async (plane: LoggedRequest['plane'], method?: string): Promise<LoggedRequest[]> => {
      const all: LoggedRequest[] = await call('GET', 'simulator/requests')
      return all.filter(
        (entry) =>
          entry.plane === plane && (method === undefined ? entry.method !== 'OPTIONS' : entry.method === method),
      )
    },
    ticket: (id: string): Promise<Ticket> => call('GET', `helpdesk/tickets/${id}`),
  }
}

/** SHA-256 of everything the store keeps on disk. */
export async function storedHashes(dataDir: string): Promise<string[]> {
  const folder = path.join(dataDir, 'objects', 'bytes')
  const names = await readdir(folder)
  return Promise.all(names.map((name) => sha256OfFile(path.join(folder, name))))
}

/** Files of uploads that have not ended. */
export async function draftsIn(dataDir: string): Promise<string[]> {
  return readdir(path.join(dataDir, 'objects', 'drafts'))
}
