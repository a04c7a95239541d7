import type { Simulator } from '../simulator/createSimulator.ts'
import type { QuirkChange } from '../simulator/quirks.ts'
import type { WebHandler } from './nodeBridge.ts'
import { InputError } from './parseReplyInput.ts'
import { readJson } from './readJson.ts'
import type { RequestLog } from './requestLog.ts'
import { switchesPage } from './switchesPage.ts'

/**
 * The simulator by HTTP, for the page's panel and for tests:
 * `GET`, `PUT` (changes what is named) and `DELETE /api/simulator/switches`; `GET` and `PUT /api/simulator/quirks`;
 * `GET` and `DELETE /api/simulator/requests`; `GET /api/simulator/` is a page with them.
 */
export function createSimulatorApi(
  { switchboard, getQuirks, setQuirks }: Pick<Simulator, 'switchboard' | 'getQuirks' | 'setQuirks'>,
  log: RequestLog,
): WebHandler {
  const routes: Readonly<Record<string, (request: Request) => unknown>> = {
    'GET ': switchesPage,
    'GET switches': () => switchboard.get(),
    'PUT switches': async (request) => switchboard.set(await readJson(request)),
    'DELETE switches': () => {
      switchboard.reset()
      return switchboard.get()
    },
    'GET quirks': getQuirks,
    // Whatever it says beside the known names is never read.
    'PUT quirks': async (request) => setQuirks((await readJson(request)) as QuirkChange),
    'GET requests': () => log.entries(),
    'DELETE requests': () => {
      log.clear()
      return []
    },
  }
  return async (request) => {
    const name = new URL(request.url).pathname.split('/').slice(3).join('/')
    const key = `${request.method} ${name}`
    const route = Object.hasOwn(routes, key) ? routes[key] : undefined
    if (!route) return refuse(404, `The simulator does not answer ${request.method} here.`)
    try {
      const answer = await route(request)
      return answer instanceof Response ? answer : Response.json(answer)
    } catch (error) {
      if (error instanceof InputError || error instanceof TypeError) return refuse(400, error.message)
      throw error
    }
  }
}

function refuse(status: number, message: string): Response {
  return Response.json({ error: { code: status === 404 ? 'not-found' : 'bad-input', message } }, { status })
}
