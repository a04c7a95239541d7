import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultStallLimits } from '../../src/transports/stallTimers.ts'
import { xhrRequest } from '../../src/transports/xhrRequest.ts'
import { unwrapUrl } from '../../src/adapters/storeUrl.ts'
import { latestXhr, stubXhr, type FakeXhr } from '../support/fakeXhr.ts'
import observed from '../vectors/browser-observed.json' with { type: 'json' }

beforeEach(() => {
  vi.useFakeTimers()
  stubXhr()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const { legend: _legend, ...recordings } = observed.events
const runs = Object.entries(recordings).flatMap(([scene, byEngine]) =>
  Object.entries(byEngine).map(([engine, { status, events }]) => ({ scene, engine, status, events })),
)

/** Fires what an engine fired, in its order. */
function replay(xhr: FakeXhr, events: readonly string[], status: number): void {
  for (const event of events) {
    const [, type = '', loaded, total] = /^up\.(\w+):(\d+)\/(\d+)/.exec(event) ?? []
    if (type === 'progress') xhr.progress(Number(loaded), Number(total))
    else if (type) xhr.upload.dispatchEvent(new Event(type))
    else if (event === 'load') xhr.respond(status)
    else if (event !== '...') xhr.fire(event)
  }
}

async function outcomeOf(scene: string, events: readonly string[], status: number) {
  const progress: number[] = []
  const fileBytes = { 'progress-zero': 0, 'progress-fd': 300_000, 'progress-put': 3_000_000 }[scene] ?? 2
  const sent = xhrRequest({
    method: 'PUT',
    url: 'https://store.example/a',
    headers: {},
    body: new Blob(['x']),
    fileBytes,
    withCredentials: false,
    signal: new AbortController().signal,
    onProgress: (bytes) => progress.push(bytes),
    reportsProgress: true,
    limits: defaultStallLimits,
  })
  const settled = sent.then(
    (answer) => answer.status,
    (error: Error) => error.name,
  )
  replay(latestXhr(), events, status)
  return { outcome: await settled, progress, fileBytes }
}

describe('events as three engines fired them', () => {
  it.each(runs)('R22 $scene in $engine settles as it ended there', async ({ scene, events, status }) => {
    const { outcome, progress, fileBytes } = await outcomeOf(scene, events, status)
    expect(outcome).toBe(status === 0 ? 'NoAnswer' : status)
    expect(progress.every((bytes, at) => bytes <= fileBytes && bytes >= (progress[at - 1] ?? 0))).toBe(true)
  })
})

describe('a URL with a line wrap, as three engines read it', () => {
  it.each(['nl', 'sp'] as const)('C1 %s is mended before an engine sees it', (name) => {
    const wrap = name === 'nl' ? '\n' : ' '
    const mended = unwrapUrl(`https://h.oss-cn-beijing.aliyuncs.com${wrap}/20220314/a.png`)
    expect(mended).toBe('https://h.oss-cn-beijing.aliyuncs.com/20220314/a.png')
    expect(observed.url.sp.chromium).not.toBe(mended)
  })
})
