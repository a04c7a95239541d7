import type { TestProject } from 'vitest/node'
import { startRecordingServer } from './recordingServer.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the recording server. */
    recordingUrl: string
  }
}

/** Runs the recording server beside the browser tests; they read its address with `inject('recordingUrl')`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startRecordingServer()
  project.provide('recordingUrl', url)
  return stop
}
