import { act, cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import { createSession } from '../../src/engine/session.ts'
import { createScriptedAdapter } from '../../src/testing/scriptedAdapter.ts'
import '../../src/styles/styles.css'

afterEach(() => cleanup())

/** Tasks of more than 50 ms, as the browser counts them. */
function watchLongTasks() {
  const durations: number[] = []
  const observer = new PerformanceObserver((list) =>
    durations.push(...list.getEntries().map(({ duration }) => duration)),
  )
  observer.observe({ type: 'longtask' })
  return { durations, stop: () => observer.disconnect() }
}

/** Looked up the cheap way: a look-up by role would be the longest task of all. */
const rows = () => [...document.querySelectorAll('[data-scope="attachment-list"][data-part="item"]')]
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

it('R68 shows the first of ten thousand files within a second, no task above 200 ms', async () => {
  const never = { send: () => new Promise<never>(() => {}) }
  const session = createSession({ adapter: createScriptedAdapter({}), transports: { 'signed-put': never } })
  render(
    <>
      <UploadProgressBar upload={session} />
      <AttachmentListView upload={session} />
    </>,
  )
  const files = Array.from({ length: 10_000 }, (_, at) => new File(['x'], `picked-${at}.pdf`))
  await wait(500)

  const tasks = watchLongTasks()
  const startedAt = performance.now()
  // In a task of its own, as a drop is.
  await new Promise((resolve) => setTimeout(() => resolve(session.add(files))))
  while (rows().length === 0) await new Promise((resolve) => requestAnimationFrame(resolve))
  const shownAfter = performance.now() - startedAt
  await act(() => wait(2000))
  tasks.stop()
  const longest = Math.max(0, ...tasks.durations)

  console.log(`first rows after ${Math.round(shownAfter)} ms, longest task ${Math.round(longest)} ms`)
  expect(rows()[0]).toBeVisible()
  expect(rows().length).toBeLessThanOrEqual(60)
  expect(shownAfter).toBeLessThan(1000)
  expect(longest).toBeLessThan(200)
  session.dispose()
})
