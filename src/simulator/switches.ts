import type { Fault, ScriptedFault } from './faults.ts'

/** How the simulator misbehaves. Plain data: it goes through JSON, a panel and a test alike. */
export interface Switches {
  /** Before every answer, preflights too. @default 0 */
  latencyMs: number
  /** Of each request's body. null: as fast as it comes. @default null */
  uploadBytesPerSecond: number | null
  /** Of each answer's body. null: as fast as it goes. @default null */
  downloadBytesPerSecond: number | null
  /** Fraction of exchanges, preflights not counted, that fail at random by one of `failures`. @default 0 */
  failureRate: number
  /** What a random failure looks like; each as likely as the next. @default 500, 503 and three resets */
  failures: readonly Fault[]
  /** The same seed fails the same requests of a sequence. @default 1 */
  seed: number
  /** Faults by script; the first that matches and is not used up strikes. @default [] */
  faults: readonly ScriptedFault[]
  /** Reads the whole body before an error is answered. Without it, Firefox and WebKit see a network error. @default true */
  drainBeforeError: boolean
  /**
   * Which of the store's errors carry CORS headers. `authorised`: only those found after the signature passed, as Ceph and
   * S3 do, so that a page sees status 0 for an expired URL; of a form that is signed the S3 way, all can be read.
   * @default 'all'
   */
  corsOnErrors: 'all' | 'authorised' | 'none'
  /** Takes the place of every CORS rule's exposed headers. null: as the rules say. @default null */
  exposedHeaders: readonly string[] | null
  /** How far the servers' clocks are ahead of the page's; negative: behind. @default 0 */
  clockSkewMs: number
  /** Life of every credential the vendors hand out. null: each vendor's own. @default null */
  credentialLifeMs: number | null
  /** The store refuses to replace an object, as if each upload asked for `x-oss-forbid-overwrite`. @default false */
  forbidsOverwrite: boolean
  /** The store refuses form fields that the policy does not name, as S3 does. @default false */
  strictFormFields: boolean
  /** Every upload is stored and then answered with 203 CallbackFailed. @default false */
  callbackFails: boolean
}

export const defaultSwitches: Switches = {
  latencyMs: 0,
  uploadBytesPerSecond: null,
  downloadBytesPerSecond: null,
  failureRate: 0,
  failures: [
    { type: 'answer', status: 500, code: 'InternalError' },
    { type: 'answer', status: 503, code: 'ServiceUnavailable' },
    { type: 'reset', at: 'start' },
    { type: 'reset', at: { received: 0.5 } },
    { type: 'reset', at: 'handled' },
  ],
  seed: 1,
  faults: [],
  drainBeforeError: true,
  corsOnErrors: 'all',
  exposedHeaders: null,
  clockSkewMs: 0,
  credentialLifeMs: null,
  forbidsOverwrite: false,
  strictFormFields: false,
  callbackFails: false,
}

type Guard = (value: unknown) => boolean

const isCount: Guard = (value) => Number.isFinite(value) && Number(value) >= 0
const isRate: Guard = (value) => Number.isFinite(value) && Number(value) > 0
const isBoolean: Guard = (value) => typeof value === 'boolean'
const isListOf =
  (guard: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(guard)
const orNull =
  (guard: Guard): Guard =>
  (value) =>
    value === null || guard(value)

const faultTypes: ReadonlySet<unknown> = new Set<Fault['type']>([
  'answer',
  'reset',
  'stall',
  'slow',
  'delay',
  'truncate',
  'corrupt',
  'cors-refused',
  'hide-headers',
])
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isFault: Guard = (value) => isRecord(value) && faultTypes.has(value['type'])
const isScripted: Guard = (value) => isRecord(value) && isFault(value['fault'])

const guards: Record<keyof Switches, Guard> = {
  latencyMs: isCount,
  uploadBytesPerSecond: orNull(isRate),
  downloadBytesPerSecond: orNull(isRate),
  failureRate: (value) => isCount(value) && Number(value) <= 1,
  failures: isListOf(isFault),
  seed: Number.isFinite,
  faults: isListOf(isScripted),
  drainBeforeError: isBoolean,
  corsOnErrors: (value) => value === 'all' || value === 'authorised' || value === 'none',
  exposedHeaders: orNull(isListOf((value) => typeof value === 'string')),
  clockSkewMs: Number.isFinite,
  credentialLifeMs: orNull(isCount),
  forbidsOverwrite: isBoolean,
  strictFormFields: isBoolean,
  callbackFails: isBoolean,
}

/**
 * `current` with `change` laid over it; members that are left out stay.
 * @throws TypeError that names the switch, for an unknown one or a value that does not fit
 */
export function applySwitches(current: Switches, change: unknown): Switches {
  if (!isRecord(change) || Array.isArray(change)) throw new TypeError('Switches must be an object.')
  for (const [name, value] of Object.entries(change)) {
    if (!Object.hasOwn(guards, name)) throw new TypeError(`There is no switch named "${name}".`)
    if (!guards[name as keyof Switches](value)) throw new TypeError(`The switch "${name}" does not take this value.`)
  }
  return { ...current, ...(change as Partial<Switches>) }
}
