import type { HelpdeskRefusal } from '../../src/dev-server/index.ts'
import type { HelpdeskApi } from './helpdeskApi.ts'
import { HelpdeskError } from './helpdeskApi.ts'

/** @param prefix e.g. `/api/helpdesk` */
export function createHttpHelpdesk(prefix: string): HelpdeskApi {
  return {
    listTickets: (signal) => call(`${prefix}/tickets`, { signal }),
    getTicket: (id, signal) => call(`${prefix}/tickets/${encodeURIComponent(id)}`, { signal }),
    addReply: (id, input) =>
      call(`${prefix}/tickets/${encodeURIComponent(id)}/replies`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      }),
  }
}

/** The shapes are our own server's, from the same release as this page. */
async function call<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new HelpdeskError('The helpdesk cannot be reached.', { cause: error })
  })
  if (response.ok) return response.json()
  throw new HelpdeskError(await sentenceOf(response))
}

async function sentenceOf(response: Response): Promise<string> {
  try {
    const refusal: HelpdeskRefusal = await response.json()
    return refusal.error.message
  } catch {
    return `The helpdesk answered with status ${response.status}.`
  }
}
