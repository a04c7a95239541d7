import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import { countSteps, type StepCounts } from './countSteps.ts'
import {
  AttachmentListView,
  createSignedPutTransport,
  DropzoneField,
  UploadProgressBar,
  useSignedUpload,
  type Session,
} from '../../src/index.ts'

export const counts: StepCounts = { begun: {}, settled: {} }

const adapter = countSteps(
  createSignedEndpointAdapter({
    endpoint: '/api/signed-endpoint',
    kind: 'signed-put',
    offers: ['commit', 'verify', 'list', 'download', 'discard', 'remove'],
  }),
  counts,
)
const transport = createSignedPutTransport({ stalledAfterMs: 10_000, answerAfterMs: 20_000 })

/** What an embedder sets for a backend that is down for seconds at a time: many short retries instead of three long ones. */
const retry = { maxRetries: 60, baseDelayMs: 100, maxDelayMs: 2000 }
const deadlines = { credentials: 10_000, commit: 10_000 }

interface SoakDeskProps {
  onSession: (session: Session) => void
}

/** The three components of the kit on one session. */
export function SoakDesk({ onSession }: SoakDeskProps) {
  const upload = useSignedUpload({
    adapter,
    transports: { 'signed-put': countSteps(transport, counts) },
    retry,
    deadlines,
    concurrency: 6,
    credentialConcurrency: 4,
  })
  onSession(upload)
  return (
    <>
      <DropzoneField upload={upload} />
      <UploadProgressBar upload={upload} />
      <AttachmentListView upload={upload} />
    </>
  )
}
