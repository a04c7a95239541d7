import type { MeasureSummary } from './summary.ts'

/** A bar and how the run stands to it. */
export interface Verdict {
  text: string
  value: string
  limit: string
  isMet: boolean
}

/** The bars that a run can tell about: those whose measures and subjects it had. */
export function judge(summaries: readonly MeasureSummary[]): Verdict[] {
  const read = (measure: string, subject: string, figure: string) => {
    const row = summaries.find(({ id }) => id === measure)?.rows.find(({ id }) => id === subject)
    return row?.cells[figure]?.median ?? Number.NaN
  }
  const best = (measure: string, figure: string, among: readonly string[]) => {
    const figures = among.map((subject) => read(measure, subject, figure)).filter(Number.isFinite)
    return figures.length === 0 ? Number.NaN : Math.min(...figures)
  }
  return barsOf(read, best).filter(({ value }) => !value.includes('NaN'))
}

type Read = (measure: string, subject: string, figure: string) => number
type Best = (measure: string, figure: string, among: readonly string[]) => number

const peers = ['uppy', 'uppy-dashboard', 'uploady', 'filepond', 'better-upload', 'antd', 'dropzone']
const signingEach = peers.filter((id) => id !== 'better-upload')

function barsOf(read: Read, best: Best): Verdict[] {
  const plainRows = (measure: string) => read(measure, 'floor-rows', 'settledMs')
  const kitBusy = read('rows-100', 'kit', 'busyPercent')
  return [
    atMost(
      '1 GiB, wall to the floor',
      read('large', 'kit-hooks', 'wallMs') / read('large', 'floor', 'wallMs'),
      1.02,
      '×',
    ),
    atMost('1 GiB, heap growth', read('large', 'kit-hooks', 'heapMb'), 20, 'MB'),
    ...smallFileBars(read, best, 3),
    ...smallFileBars(read, best, 6),
    atMost(
      '1,000 small files signed in groups, to Better Upload',
      read('small-6', 'kit-batch', 'wallMs') / read('small-6', 'better-upload', 'wallMs'),
      1,
      '×',
    ),
    atMost('100 rows, main thread to the best peer', kitBusy / best('rows-100', 'busyPercent', peers), 0.75, '×'),
    atMost('100 rows, React commits', read('rows-100', 'kit', 'commitsPerSecond'), 10, '/s'),
    atMost('1,000 rows to 100 rows', read('rows-1000', 'kit', 'busyPercent') / kitBusy, 1.3, '×'),
    atMost(
      'intake of 1,000 to plain DOM rows',
      read('intake-1000', 'kit', 'settledMs') / plainRows('intake-1000'),
      0.5,
      '×',
    ),
    atMost(
      'intake of 10,000 to plain DOM rows',
      read('intake-10000', 'kit', 'settledMs') / plainRows('intake-10000'),
      0.2,
      '×',
    ),
    atMost('intake, longest task', read('intake-10000', 'kit', 'longestTaskMs'), 100, 'ms'),
    atMost(
      'intake, cost of a file at 10,000 to 1,000',
      read('intake-10000', 'kit', 'microsPerFile') / read('intake-1000', 'kit', 'microsPerFile'),
      1.3,
      '×',
    ),
    atLeast('files that arrive with faults', read('faults', 'kit-hooks', 'arrived'), 200, 'of 200'),
    atMost('orphan objects', read('faults', 'kit-hooks', 'orphans'), 0, 'objects'),
    atMost('leak, heap growth', read('leak', 'kit', 'heapMb'), 1, 'MB'),
    atMost('leak, object URLs', read('leak', 'kit', 'openUrls'), 0, 'URLs'),
    atMost('leak, listeners', read('leak', 'kit', 'listeners'), 0, 'listeners'),
    atMost('whole kit, script at first', read('bundle', 'kit', 'initialKb'), 25, 'kB'),
    atMost(
      'whole kit, with all that loads on demand',
      read('bundle', 'kit', 'initialKb') + read('bundle', 'kit', 'laterKb'),
      25,
      'kB',
    ),
    atMost(
      'hooks to the smallest peer that queues and retries',
      read('bundle', 'kit-hooks', 'initialKb') / best('bundle', 'initialKb', ['uppy', 'uploady', 'filepond']),
      1,
      '×',
    ),
  ]
}

/** Signed one by one: with a form post there is one request less for each file, so each way has a bar of its own. */
function smallFileBars(read: Read, best: Best, atOnce: 3 | 6): Verdict[] {
  const measure = `small-${atOnce}`
  const what = `1,000 small files one by one, ${atOnce} at once`
  const floor = read(measure, 'floor', 'wallMs')
  const signedPuts = read(measure, 'kit-hooks', 'wallMs')
  return [
    atMost(`${what}, form posts, to the floor`, read(measure, 'kit-form', 'wallMs') / floor, 0.9, '×'),
    atMost(`${what}, signed PUTs, to the floor`, signedPuts / floor, 0.9, '×'),
    atMost(`${what}, signed PUTs, to the best peer`, signedPuts / best(measure, 'wallMs', signingEach), 1, '×'),
  ]
}

function atMost(text: string, value: number, limit: number, unit: string): Verdict {
  return { text, value: `${written(value)} ${unit}`, limit: `≤ ${limit}`, isMet: value <= limit }
}

function atLeast(text: string, value: number, limit: number, unit: string): Verdict {
  return { text, value: `${written(value)} ${unit}`, limit: `≥ ${limit}`, isMet: value >= limit }
}

function written(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}
