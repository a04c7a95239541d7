import type { Clock } from '../engine/clock.ts'
import type { UploadError } from '../engine/errors.ts'
import type { Item } from '../engine/item.ts'
import type { ItemChange } from '../engine/sessionTypes.ts'
import { createStopwatch } from './stopwatch.ts'
import type { TelemetryEvent, TelemetryFailure, UploadSettled } from './telemetryEvent.ts'

/** An event without what all of them carry. */
export type Measured = TelemetryEvent extends infer E ? (E extends unknown ? Omit<E, 'itemId' | 'at'> : never) : never

/** Measures one upload from its queue to its end; another one begins when it is queued again after an end. */
export function followUpload(
  item: Item,
  clock: Clock,
  emit: (measured: Measured) => void,
): (change: ItemChange) => void {
  const watch = createStopwatch(clock)
  let attempts = 0
  let retries = 0
  let firstByteMs: number | undefined
  let bytesPerSecond: number | undefined
  let sentBefore = 0

  function start() {
    const queueWaitMs = watch.elapsed('queueWaitMs')
    emit({ type: 'started', queueWaitMs })
  }

  function store(size: number) {
    const transferMs = watch.elapsed('transferMs')
    bytesPerSecond = transferMs > 0 ? Math.round(((size - sentBefore) * 1000) / transferMs) : undefined
    emit({ type: 'stored', transferMs, sizeBytes: size, bytesPerSecond })
  }

  function settle(outcome: UploadSettled['outcome'], { meta }: Item, error?: UploadError) {
    watch.stop()
    const failure = error && failureOf(error)
    const { size: sizeBytes, contentType } = meta
    const counts = { sizeBytes, contentType, attempts, retries, bytesPerSecond, totalMs: watch.totalMs() }
    emit({ type: 'settled', outcome, failure, ...counts, ...watch.sums(), firstByteMs })
  }

  watch.begin('queueWaitMs')

  return ({ event, before, after }) => {
    if (!after) return before && settle('removed', before)
    switch (event.type) {
      case 'credentialRequested':
        if (before?.status === 'queued') start()
        attempts += 1
        return watch.begin('signMs')
      case 'credentialIssued':
        emit({ type: 'signed', attempt: attempts, signMs: watch.elapsed('signMs'), ...lifeOf(event.lifeMs) })
        sentBefore = after.sentBytes
        return watch.begin('transferMs')
      case 'bytesSent':
        if (before?.sentBytes === 0 && firstByteMs === undefined) {
          firstByteMs = watch.elapsed('transferMs')
          emit({ type: 'firstByte', firstByteMs })
        }
        return
      case 'bytesStored':
        if (before?.status === 'queued') start()
        else store(after.meta.size)
        return watch.begin('commitMs')
      case 'stalled':
        if (event.isStalled) emit({ type: 'stalled', sentBytes: after.sentBytes })
        return
      case 'attemptFailed':
        retries += 1
        return emit({ type: 'retried', attempt: event.retry.attempt, failure: failureOf(event.retry.error) })
      case 'requeued':
        emit({ type: 'requeued', after: 'pause' })
        return watch.begin('queueWaitMs')
      case 'committed':
        return settle('done', after)
      case 'failed':
        return settle('failed', after, event.error)
      case 'cancelled':
        return settle('cancelled', after)
      default:
        if (after.status !== 'paused' || before?.status === 'paused') return
        watch.stop()
        emit({ type: 'paused', reason: after.reason })
    }
  }
}

function lifeOf(lifeMs: number): { lifeMs?: number } {
  return Number.isFinite(lifeMs) ? { lifeMs: Math.round(lifeMs) } : {}
}

/** The hint is left out: it is a developer's sentence and may quote what a store wrote. */
function failureOf({ code, stage, status, storageCode, requestId }: UploadError): TelemetryFailure {
  return { code, stage, status, storageCode, requestId }
}
