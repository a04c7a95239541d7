import type { HelpdeskRefusal } from './helpdeskTypes.ts'
import type { WebHandler } from './nodeBridge.ts'
import { InputError, parseReplyInput } from './parseReplyInput.ts'
import { readJson } from './readJson.ts'
import type { TicketStore } from './ticketStore.ts'

/**
 * The helpdesk's own API, for the demo page:
 * `GET {prefix}/tickets`, `GET {prefix}/tickets/:id`, `POST {prefix}/tickets/:id/replies`.
 * Refusals are JSON with one sentence, see `HelpdeskRefusal`.
 *
 * @param prefix e.g. `/api/helpdesk`
 */
export function createHelpdesk(tickets: TicketStore, prefix: string): WebHandler {
  return async (request) => {
    const { pathname } = new URL(request.url)
    const [collection, id, child, ...rest] = pathname.slice(prefix.length).split('/').filter(Boolean)
    if (!pathname.startsWith(prefix) || collection !== 'tickets' || rest.length > 0)
      return notFound('There is no such page.')
    if (id === undefined) return only(request, 'GET', () => Response.json(tickets.list()))
    const ticket = tickets.find(id)
    if (!ticket) return notFound('There is no ticket with this number.')
    if (child === undefined) return only(request, 'GET', () => Response.json(ticket))
    if (child === 'replies') return only(request, 'POST', () => addReply(tickets, id, request))
    return notFound('There is no such page.')
  }
}

async function addReply(tickets: TicketStore, ticketId: string, request: Request): Promise<Response> {
  try {
    const result = tickets.addReply(ticketId, parseReplyInput(await readJson(request)))
    if (result.outcome !== 'reused')
      return Response.json(result.reply, { status: result.outcome === 'saved' ? 201 : 200 })
    return refuse(409, 'key-reused', 'This idempotency key belongs to another reply.', 'idempotencyKey')
  } catch (error) {
    if (error instanceof InputError) return refuse(400, 'bad-input', error.message, error.field)
    throw error
  }
}

function only(
  request: Request,
  method: string,
  answer: () => Response | Promise<Response>,
): Response | Promise<Response> {
  if (request.method === method || (method === 'GET' && request.method === 'HEAD')) return answer()
  const refusal = refuse(405, 'method-not-allowed', `Only ${method} is answered here.`)
  refusal.headers.set('allow', method)
  return refusal
}

function notFound(message: string): Response {
  return refuse(404, 'not-found', message)
}

function refuse(status: number, code: string, message: string, field?: string): Response {
  const refusal: HelpdeskRefusal = { error: { code, message, field } }
  return Response.json(refusal, { status })
}
