import { createDrainableBody, withSteps, type ByteStream, type ChunkStep, type DrainableBody } from './bodyStream.ts'
import { utf8 } from '../signing/encoding.ts'
import type { Fault, FaultBody, FaultPoint } from './faults.ts'
import { corruptChunk, paceStep, resetNow, stallUntilAborted, triggerStep, truncateStep } from './faultSteps.ts'
import type { Switches } from './switches.ts'
import { waitForTimer, type Wait } from './wait.ts'

/** An error in the words of whoever answers: XML of the store, JSON of a vendor. */
export type DescribeError = (error: { status: number; code: string; message: string }) => {
  contentType: string
  text: string
}

export interface PlayFaultOptions {
  request: Request
  switches: Switches
  /** What struck this exchange, if anything. */
  fault: Fault | undefined
  describeError: DescribeError
  /** Carries the request out. Reads the body it is given, never the request's own. */
  handle: (body: ByteStream | null) => Promise<Response>
  /** @default a timer */
  wait?: Wait | undefined
}

/** Carries a request out under the switches and one fault. Rejects with `ConnectionReset` where the connection is cut. */
export async function playFault(options: PlayFaultOptions): Promise<Response> {
  const { request, switches, fault, handle, wait = waitForTimer } = options
  const { signal } = request
  const delayMs = switches.latencyMs + (fault?.type === 'delay' ? fault.ms : 0)
  if (delayMs > 0) await wait(delayMs, signal)
  await strikeAt('start', fault, signal)
  const body = openBody(options, wait)
  const isReplaced = fault?.type === 'answer' && fault.at !== 'handled'
  const handled = isReplaced ? undefined : await handle(body?.stream ?? null)
  const answer = fault?.type === 'answer' ? await replaceAnswer(fault, handled, options.describeError) : handled!
  if (switches.drainBeforeError || answer.ok) await body?.drain()
  await strikeAt('handled', fault, signal)
  return shapeAnswer(answer, options, wait)
}

async function strikeAt(point: 'start' | 'handled', fault: Fault | undefined, signal: AbortSignal): Promise<void> {
  if (fault?.type === 'reset' && fault.at === point) await resetNow()
  if (fault?.type === 'stall' && fault.at === point) await stallUntilAborted(signal)
}

function openBody({ request, switches, fault }: PlayFaultOptions, wait: Wait): DrainableBody | undefined {
  if (!request.body) return undefined
  const steps = bodySteps(fault, 'received', declaredLength(request.headers), request.signal)
  const rate = fault?.type === 'slow' ? fault.bytesPerSecond : switches.uploadBytesPerSecond
  if (rate !== null) steps.unshift(paceStep(rate, wait, request.signal))
  return createDrainableBody(request.body, steps)
}

/** Statuses that must not have a body. */
const nullBodyStatuses: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

async function replaceAnswer(
  fault: Extract<Fault, { type: 'answer' }>,
  handled: Response | undefined,
  describeError: DescribeError,
): Promise<Response> {
  await handled?.body?.cancel()
  const { status, code = 'InternalError', message = 'A fault was scripted.', body = 'error' } = fault
  const content = faultContent(body, describeError({ status, code, message }))
  const headers = new Headers({ ...(content ? { 'content-type': content.contentType } : {}), ...fault.headers })
  // Encoded here: a Response made of a string would add a Content-Type of its own.
  const bytes = nullBodyStatuses.has(status) ? null : utf8(content?.text ?? '')
  return new Response(bytes, { status, headers })
}

function faultContent(body: FaultBody, described: ReturnType<DescribeError>) {
  if (body === 'empty') return undefined
  if (body === 'malformed') return { ...described, text: described.text.slice(0, Math.ceil(described.text.length / 2)) }
  if (body === 'html') return { contentType: 'text/html', text: '<!doctype html><title>502 Bad Gateway</title>' }
  return body === 'error' ? described : body
}

function shapeAnswer(answer: Response, { request, switches, fault }: PlayFaultOptions, wait: Wait): Response {
  if (!answer.body) return answer
  const length = declaredLength(answer.headers)
  const steps = bodySteps(fault, 'sent', length, request.signal)
  const rate = fault?.type === 'slow' ? fault.bytesPerSecond : switches.downloadBytesPerSecond
  if (rate !== null) steps.unshift(paceStep(rate, wait, request.signal))
  const headers = new Headers(answer.headers)
  if (fault?.type === 'truncate') {
    steps.push(truncateStep(Math.floor((length ?? 0) * fault.at)))
    headers.delete('content-length')
  }
  if (steps.length === 0) return answer
  return new Response(withSteps(answer.body as ByteStream, steps), { status: answer.status, headers })
}

function bodySteps(
  fault: Fault | undefined,
  direction: 'received' | 'sent',
  totalBytes: number | undefined,
  signal: AbortSignal,
): ChunkStep[] {
  if (!fault || !('at' in fault)) return []
  const fraction = fractionOf(fault.at as FaultPoint, direction)
  if (fraction === undefined) return []
  if (fault.type === 'reset') return [triggerStep(fraction, totalBytes, resetNow)]
  if (fault.type === 'stall') return [triggerStep(fraction, totalBytes, () => stallUntilAborted(signal))]
  if (fault.type === 'corrupt') return [triggerStep(fraction, totalBytes, corruptChunk)]
  return []
}

function fractionOf(at: FaultPoint, direction: 'received' | 'sent'): number | undefined {
  return typeof at === 'object' ? (at as Partial<Record<'received' | 'sent', number>>)[direction] : undefined
}

function declaredLength(headers: Headers): number | undefined {
  const text = headers.get('content-length')
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined
}
