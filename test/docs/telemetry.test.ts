import { metrics, trace } from '@opentelemetry/api'
import {
  InMemoryMetricExporter,
  AggregationTemporality,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { afterAll, expect, it } from 'vitest'
import { createSession } from '../../src/engine/session.ts'
import { measureUploads } from '../../src/telemetry/index.ts'
import type { TelemetryEvent } from '../../src/telemetry/index.ts'
import { createFixtureFile, createScriptedAdapter, createScriptedTransport } from '../../src/testing/index.ts'
import { recordUploads } from '../../stories/docs/snippets/openTelemetry.ts'

const spans = new InMemorySpanExporter()
const metricsExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
const meterProvider = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter: metricsExporter })] })
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }))
metrics.setGlobalMeterProvider(meterProvider)

afterAll(() => {
  trace.disable()
  metrics.disable()
})

/** Uploads one file that is stored after a retry and one that is refused, and measures both. */
async function uploadTwo(onEvent: (event: TelemetryEvent) => void) {
  const session = createSession({
    adapter: createScriptedAdapter(),
    transports: {
      'signed-put': createScriptedTransport({ latencyMs: 1, outcomes: ['server-error', 'stored', 'forbidden'] }),
    },
    concurrency: 1,
    progressIntervalMs: 0,
    retry: { maxRetries: 1, baseDelayMs: 1 },
  })
  const stop = measureUploads(session, onEvent)
  session.add([createFixtureFile('pdf', 'secret plans.pdf'), createFixtureFile('png', 'secret face.png')])
  await session.settled()
  stop()
}

it('the OpenTelemetry recipe makes spans and metrics of uploads, and tells no name', async () => {
  const events: TelemetryEvent[] = []
  const record = recordUploads()
  await uploadTwo((event) => {
    events.push(event)
    record(event)
  })
  const told = spans.getFinishedSpans().map(({ name, attributes, status, parentSpanContext }) => {
    return { name, attributes, status: status.message, isChild: parentSpanContext !== undefined }
  })
  const uploads = told.filter(({ name }) => name === 'upload')
  expect(uploads).toMatchObject([
    { attributes: { outcome: 'done', 'upload.type': 'application/pdf', 'upload.attempts': 2 }, status: undefined },
    { attributes: { outcome: 'failed', 'error.type': 'forbidden', 'upload.stage': 'transfer' }, status: 'forbidden' },
  ])
  const steps = (name: string) => told.filter((span) => span.name === `upload.${name}` && span.isChild).length
  expect({ queue: steps('queue'), sign: steps('sign'), transfer: steps('transfer'), commit: steps('commit') }).toEqual({
    queue: 2,
    sign: 2,
    transfer: 2,
    commit: 1,
  })

  await meterProvider.forceFlush()
  const points = metricsExporter
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
  expect(points.map(({ descriptor }) => descriptor.name).toSorted()).toEqual([
    'attachkit.upload.duration',
    'attachkit.upload.retries',
    'attachkit.upload.throughput',
  ])
  expect(JSON.stringify([told, points, events])).not.toMatch(/secret|store\.example|Signature|object-/)
})
