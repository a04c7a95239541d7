import { useEffect, useState } from 'react'
import type { Item } from '../engine/item.ts'
import type { TelemetryEvent } from '../telemetry/telemetryEvent.ts'
import { clockOf } from './clockOf.ts'

interface CredentialLifeProps {
  item: Item
  events: readonly TelemetryEvent[]
}

/** When a file's latest credential came, how long that took, and how long it is good for; what it holds is nobody's business. */
export function CredentialLife({ item, events }: CredentialLifeProps) {
  const signed = events.findLast((event) => event.type === 'signed' && event.itemId === item.id)
  const { at = 0, lifeMs } = signed?.type === 'signed' ? signed : {}
  const isInUse = item.status === 'uploading' && lifeMs !== undefined
  const now = useNow(isInUse)
  if (signed?.type !== 'signed') return null
  const came = `no. ${signed.attempt}, at ${clockOf(at)}, after ${Math.round(signed.signMs)} ms`
  if (lifeMs === undefined) return came
  return `${came}, ${isInUse ? leftOf(at + lifeMs - Math.max(now, at)) : `good for ${secondsOf(lifeMs)} s`}`
}

function leftOf(leftMs: number): string {
  return leftMs > 0 ? `ends in ${secondsOf(leftMs)} s` : `ended ${secondsOf(-leftMs)} s ago`
}

const secondsOf = (ms: number) => Math.round(ms / 1000)

/** Milliseconds since the epoch, each second anew while it matters; older before the first second has passed. */
function useNow(isLive: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!isLive) return undefined
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isLive])
  return now
}
