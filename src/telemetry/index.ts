export { measureUploads, type MeasureOptions } from './measureUploads.ts'
export { UploadTelemetry, type UploadTelemetryProps } from './UploadTelemetry.tsx'
export type { TelemetryEvent, TelemetryFailure, UploadDurations, UploadSettled } from './telemetryEvent.ts'
