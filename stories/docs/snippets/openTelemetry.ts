import { metrics, SpanStatusCode, trace, type Context, context, type Tracer } from '@opentelemetry/api'
import type { TelemetryEvent, UploadSettled } from 'attachkit/telemetry'

/** Once your providers are registered: `<UploadTelemetry onEvent={recordUploads()}>`. */
export function recordUploads(): (event: TelemetryEvent) => void {
  const tracer = trace.getTracer('attachkit')
  const meter = metrics.getMeter('attachkit')
  const duration = meter.createHistogram('attachkit.upload.duration', { unit: 's' })
  const throughput = meter.createHistogram('attachkit.upload.throughput', { unit: 'By/s' })
  const retries = meter.createCounter('attachkit.upload.retries')
  return (event) => {
    if (event.type === 'retried') retries.add(1, { 'error.type': event.failure.code, stage: event.failure.stage })
    if (event.type !== 'settled') return
    duration.record(event.totalMs / 1000, attributesOf(event))
    if (event.bytesPerSecond !== undefined) throughput.record(event.bytesPerSecond)
    traceUpload(tracer, event)
  }
}

/** One span for the upload, one below it for each step it came to. */
function traceUpload(tracer: Tracer, event: UploadSettled): void {
  const startTime = event.at - event.totalMs
  const upload = tracer.startSpan('upload', { startTime, attributes: attributesOf(event) })
  if (event.failure) upload.setStatus({ code: SpanStatusCode.ERROR, message: event.failure.code })
  traceSteps(tracer, event, startTime, trace.setSpan(context.active(), upload))
  upload.end(event.at)
}

/** The steps follow one another; tries of the same step are added up. */
function traceSteps(tracer: Tracer, event: UploadSettled, startTime: number, within: Context): void {
  const { queueWaitMs, signMs, transferMs, commitMs } = event
  let at = startTime
  for (const [name, ms] of Object.entries({
    queue: queueWaitMs,
    sign: signMs,
    transfer: transferMs,
    commit: commitMs,
  })) {
    if (ms === undefined) continue
    tracer.startSpan(`upload.${name}`, { startTime: at }, within).end((at += ms))
  }
}

/** Nothing here tells who uploaded what: sizes, types and codes. */
function attributesOf({ outcome, failure, sizeBytes, contentType, attempts }: UploadSettled) {
  return {
    outcome,
    'upload.size': sizeBytes,
    'upload.type': contentType,
    'upload.attempts': attempts,
    ...(failure && { 'error.type': failure.code, 'upload.stage': failure.stage }),
  }
}
