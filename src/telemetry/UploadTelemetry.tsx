'use client'
import { useCallback, useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Session } from '../engine/sessionTypes.ts'
import { SessionWatcher } from '../react/SessionWatcher.tsx'
import { measureUploads } from './measureUploads.ts'
import type { TelemetryEvent } from './telemetryEvent.ts'

export interface UploadTelemetryProps {
  /** Called for each event of every upload below; may be another function on each render. */
  onEvent: (event: TelemetryEvent) => void
  children?: ReactNode
}

/**
 * Measures the uploads of all hooks below it, those of drafts also while no component shows them. Put it above the provider or
 * right below it. Renders no element.
 *
 * @example
 * <UploadTelemetry onEvent={(event) => navigator.sendBeacon('/telemetry', JSON.stringify(event))}>
 *   <App />
 * </UploadTelemetry>
 */
export function UploadTelemetry({ onEvent, children }: UploadTelemetryProps) {
  const latest = useRef(onEvent)
  useEffect(() => void (latest.current = onEvent))
  const measure = useCallback((session: Session) => measureUploads(session, (event) => latest.current(event)), [])

  return <SessionWatcher open={measure}>{children}</SessionWatcher>
}
