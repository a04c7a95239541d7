import { createHash } from 'node:crypto'

/**
 * What may happen to an upload: `unavailable` is a 503, `reset` cuts the connection before anything is kept, `lost` keeps the
 * object and cuts the connection instead of answering, `expired` is S3's answer to an old URL.
 */
export type Fault = 'unavailable' | 'reset' | 'lost' | 'expired'

const kinds: readonly Fault[] = ['unavailable', 'reset', 'lost', 'expired']

/** The fault of one attempt on one file, or none: a pure function of its arguments, whatever order requests come in. */
export function drawFault(seed: number, rate: number, name: string, attempt: number): Fault | undefined {
  const digest = createHash('sha256').update(`${seed}/${name}/${attempt}`).digest()
  if (digest.readUInt32BE(0) / 2 ** 32 >= rate) return undefined
  return kinds[digest[4]! % kinds.length]
}
