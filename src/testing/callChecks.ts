import { UploadError } from '../engine/errors.ts'
import type { ErrorCode, Stage } from '../engine/errors.ts'
import type { AdapterContractOptions } from './adapterContract.ts'
import { ContractError, promised, shown } from './contractCheck.ts'
import type { ContractCheck } from './contractCheck.ts'
import { createDesk, neverAborted } from './contractDesk.ts'
import type { ContractDesk, Interference } from './contractDesk.ts'

/** The calls of an adapter that may ask a backend, by their stage. */
type Call = Extract<Stage, 'credentials' | 'commit' | 'list' | 'download'>

/** The call, everything before it done in good order. */
type MakeCall = (signal: AbortSignal) => Promise<unknown>

/** What a call makes of answers that are no good. */
export function callChecks(options: AdapterContractOptions): ContractCheck[] {
  return (Object.keys(prepare) as Call[]).flatMap((call) => [
    ...faults.map((fault) => ({
      name: `asking for ${call}, tells ${fault.name}`,
      run: () => tells(options, call, fault),
    })),
    { name: `asking for ${call}, ends in AbortError when it is cancelled`, run: () => obeysAbort(options, call) },
    { name: `asking for ${call}, lets no address through that is none`, run: () => refusesAddresses(options, call) },
  ])
}

const prepare: Record<Call, (desk: ContractDesk) => Promise<MakeCall | undefined>> = {
  credentials:
    async ({ ask }) =>
    (signal) =>
      ask('a', { signal }),
  commit: async ({ adapter, stored }) => {
    const request = await stored('a')
    return (signal) => adapter.commitUpload({ ...request, signal })
  },
  list: async ({ adapter }) =>
    adapter.capabilities.list ? (signal) => adapter.listAttachments({ signal }) : undefined,
  download: async ({ adapter, upload }) => {
    if (!adapter.capabilities.download) return undefined
    const attachment = await upload('a')
    const request = { attachment, disposition: 'attachment' as const, filename: attachment.name }
    // A first download may use what the upload brought along.
    await adapter.requestDownload({ ...request, signal: neverAborted })
    return (signal) => adapter.requestDownload({ ...request, signal })
  },
}

interface Spoilt {
  name: string
  interference: Interference
  /** Spoils what is in the answer: nothing to spoil in one without a body. */
  isOfBody?: boolean
  code: ErrorCode
  retryable: boolean
  retryAfterMs?: number
}

const page = '<!doctype html><title>Sign in</title>'
const answer =
  (status: number, body: string, headers: Record<string, string> = {}): Interference =>
  async () =>
    new Response(body, { status, headers: { 'content-type': 'text/html', ...headers } })

const faults: readonly Spoilt[] = [
  { name: 'a 401 from the lost session', interference: answer(401, ''), code: 'unauthorized', retryable: false },
  {
    name: 'a 429 and when to come again',
    interference: answer(429, page, { 'retry-after': '2' }),
    code: 'rate-limited',
    retryable: true,
    retryAfterMs: 2000,
  },
  { name: 'a 500', interference: answer(500, page), code: 'server-error', retryable: true },
  { name: 'a 503', interference: answer(503, '{"half'), code: 'unavailable', retryable: true },
  {
    name: 'a cut connection',
    interference: async () => Promise.reject(new TypeError('Failed to fetch')),
    code: 'network',
    retryable: true,
  },
  {
    name: 'a page in place of an answer',
    interference: answer(200, page),
    isOfBody: true,
    code: 'answer-unreadable',
    retryable: false,
  },
  {
    name: 'half an answer',
    interference: async (real) => rewritten(await real(), (text) => text.slice(0, text.length / 2)),
    isOfBody: true,
    code: 'answer-unreadable',
    retryable: false,
  },
  ...[null, 17, 'text'].map((wrong) => ({
    name: `${shown(wrong)} in place of an answer`,
    interference: async (real: () => Promise<Response>) => rewritten(await real(), () => JSON.stringify(wrong)),
    isOfBody: true,
    code: 'answer-unreadable' as const,
    retryable: false,
  })),
]

async function tells(options: AdapterContractOptions, call: Call, fault: Spoilt): Promise<void> {
  const desk = createDesk(options)
  const make = await prepare[call](desk)
  if (!make) return
  const before = desk.asked()
  let hasBody = false
  const told: string[] = []
  desk.interfere(async (real, signal) => {
    const good = fault.isOfBody ? await real() : undefined
    const text = (await good?.clone().text()) ?? ''
    hasBody ||= text !== ''
    told.push(...secretsOf(text))
    return fault.interference(async () => good ?? real(), signal)
  })
  const error = await failureOf(make(neverAborted))
  if (desk.asked() === before || (fault.isOfBody && !hasBody)) return
  promised(
    error instanceof UploadError,
    `Expected an UploadError ${shown(fault.code)}, and there came ${shown(error)}.`,
  )
  promised(
    error.code === fault.code,
    `Expected the code ${fault.code}, and there came ${error.code} (${error.message}).`,
  )
  promised(error.stage === call, `Expected the stage ${call}, and there came ${error.stage}.`)
  promised(error.retryable === fault.retryable, `${error.code} is retryable: ${error.retryable}.`)
  const { retryAfterMs = error.retryAfterMs } = fault
  promised(error.retryAfterMs === retryAfterMs, `Retry-After is 2 s, and retryAfterMs ${error.retryAfterMs}.`)
  const words = [error.message, error.hint, JSON.stringify(error), String(error.cause)].join('\n')
  promised(!told.some((secret) => words.includes(secret)), 'The error tells what signs.')
}

async function obeysAbort(options: AdapterContractOptions, call: Call): Promise<void> {
  const desk = createDesk(options)
  const make = await prepare[call](desk)
  if (!make) return
  const before = desk.asked()
  const early = await failureOf(make(AbortSignal.abort()))
  promised(isAbort(early) || desk.asked() === before, `Cancelled before, it ended in ${shown(early)}.`)

  const controller = new AbortController()
  let handed: AbortSignal | undefined
  const isAsked = new Promise<void>((resolve) => {
    desk.interfere((_real, signal) => {
      handed = signal
      resolve()
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    })
  })
  const end = failureOf(make(controller.signal))
  await Promise.race([isAsked, end])
  if (desk.asked() === before) return
  controller.abort()
  promised(handed?.aborted === true, 'The signal did not reach fetch: the call goes on after it was cancelled.')
  const late = await end
  promised(isAbort(late), `Cancelled on its way, it ended in ${shown(late)}.`)
}

const hostileUrls = [
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//evil.example.test',
  'not a url',
]

/** Every address of the answer in turn is put in the place of a hostile one: refused, or never handed on. */
async function refusesAddresses(options: AdapterContractOptions, call: Call): Promise<void> {
  for (const hostile of hostileUrls) {
    for (let place = 0, places = 1; place < places; place += 1) {
      const desk = createDesk(options)
      const make = await prepare[call](desk)
      if (!make) return
      desk.interfere(async (real) =>
        rewritten(await real(), (text) => {
          const addresses = [...text.matchAll(/"https?:[^"]*"/g)]
          places = addresses.length
          const found = addresses[place]
          return found
            ? text.slice(0, found.index) + JSON.stringify(hostile) + text.slice(found.index + found[0].length)
            : text
        }),
      )
      const end = await make(neverAborted).catch((thrown: unknown) => thrown)
      promised(
        !(end instanceof Error) || end instanceof UploadError || places === 0,
        `Given ${hostile}, it ended in ${shown(end)}.`,
      )
      promised(end instanceof Error || !shown(end).includes(hostile), `The address ${hostile} was handed on.`)
    }
  }
}

async function rewritten(response: Response, change: (text: string) => string): Promise<Response> {
  const text = await response.text()
  if (text === '') return new Response(null, response)
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return new Response(change(text), { status: response.status, headers })
}

/** Queries of the addresses in an answer: what signs stands there. */
function secretsOf(text: string): string[] {
  return [...text.matchAll(/https?:[^"?]*\?([^"]{8,})"/g)].map(([, query = '']) => query)
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => new ContractError('It succeeded.'),
    (thrown: unknown) => thrown,
  )
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
