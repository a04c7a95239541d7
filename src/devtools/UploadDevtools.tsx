'use client'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { SessionWatcher } from '../react/SessionWatcher.tsx'
import { createDevtoolsLog } from './devtoolsLog.ts'

export interface UploadDevtoolsProps {
  /** Whether the panel is open at first. @default false */
  isOpen?: boolean | undefined
  children?: ReactNode
}

const DevtoolsPanel = /* @__PURE__ */ lazy(() => import('./DevtoolsPanel.tsx'))

/**
 * Shows, while you develop, what the uploads of all hooks below it do: their queue, every step with its time, retries and
 * credentials. In a production build it renders its children and nothing else, and the panel is not part of the bundle.
 *
 * @example
 * <UploadDevtools>
 *   <App />
 * </UploadDevtools>
 */
export function UploadDevtools(props: UploadDevtoolsProps) {
  // As React itself asks, so that every bundler takes the rest away.
  if (process.env.NODE_ENV === 'production') return <>{props.children}</>
  return <WatchedUploads {...props} />
}

function WatchedUploads({ isOpen = false, children }: UploadDevtoolsProps) {
  const [log] = useState(createDevtoolsLog)
  return (
    <SessionWatcher open={log.watch}>
      {children}
      <Suspense fallback={null}>
        <DevtoolsPanel log={log} isOpen={isOpen} />
      </Suspense>
    </SessionWatcher>
  )
}
