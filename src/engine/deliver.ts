import { attempt, failureOf, tryOnce, waitForRetry, withDeadline, type AttemptContext } from './attempt.ts'
import { deadlineOf } from './credentialLife.ts'
import type { ErrorCode, UploadError } from './errors.ts'
import { explainSilence } from './explainSilence.ts'
import type { LivingCredential } from './lookAhead.ts'
import type { Credential, Receipt } from './ports.ts'
import type { Queue } from './queue.ts'

/** What is asked for a credential with. */
export interface AskRequest {
  /** 1 for the first credential. */
  attempt: number
  /** Why another one is asked for. */
  previousError: UploadError | undefined
  signal: AbortSignal
}

/** How the bytes of a file, or of a part of it, get to the store. */
export interface Delivery<C extends Credential> {
  ask: (request: AskRequest) => Promise<C>
  /** @param deadline when the credential ends, as `deadlineOf` has it */
  send: (credential: C, deadline: number) => Promise<Receipt>
  /** A credential that was asked for ahead. @default none was */
  ahead?: () => Promise<LivingCredential<C> | undefined>
  /** Finds out whether the bytes are there although no good answer came. @default they are not */
  rescue?: (failure: UploadError) => Promise<Receipt | undefined>
}

export interface DeliveryContext {
  context: AttemptContext
  /** Limits how many credentials are asked for at once. */
  credentialCalls: Queue
  /** Milliseconds a backend may take to give a credential. */
  askWithinMs: number
}

/** Asks and sends until the bytes are stored: no credential is used twice, each try asks for its own. */
export async function deliver<C extends Credential>(delivery: Delivery<C>, within: DeliveryContext): Promise<Receipt> {
  const { context } = within
  let error: UploadError | undefined
  for (let tries = 1, retry = 1; ; tries += 1) {
    const ahead = tries === 1 ? await delivery.ahead?.() : undefined
    const { credential, ...life } =
      ahead ?? (await askInTime(delivery, { attempt: tries, previousError: error }, within))
    try {
      return await tryOnce('transfer', () => delivery.send(credential, life.deadline), context)
    } catch (thrown) {
      const failure = failureOf(thrown, 'transfer', context.signal)
      const rescued = await delivery.rescue?.(failure)
      if (rescued) return rescued
      const explained = explainSilence(failure, life, context.clock())
      if (!isRenewable(explained, error)) await waitForRetry(retry++, explained, context)
      error = explained
    }
  }
}

function askInTime<C extends Credential>(
  { ask }: Delivery<C>,
  request: Omit<AskRequest, 'signal'>,
  { askWithinMs, context, credentialCalls }: DeliveryContext,
) {
  const askNow = async (signal: AbortSignal) => {
    const askedAt = context.clock()
    const credential = await ask({ ...request, signal })
    return { credential, askedAt, deadline: deadlineOf(credential.expiry, askedAt) }
  }
  const withinDeadline = () => withDeadline('credentials', askWithinMs, context.signal, askNow)
  return attempt('credentials', () => credentialCalls.run(withinDeadline, context.signal), context)
}

/** Codes that a new credential may cure: asked for once, at once, without spending a retry. */
const renewable: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'credential-expired',
  'credential-refused',
  'clock-skewed',
  'signature-mismatch',
])

function isRenewable(failure: UploadError, previous: UploadError | undefined): boolean {
  return renewable.has(failure.code) && !(previous && renewable.has(previous.code))
}
