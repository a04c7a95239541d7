import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { useEffect, type ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import { AttachmentListView } from '../../src/components/attachment-list/index.ts'
import { DropzoneField } from '../../src/components/dropzone/index.ts'
import { UploadProgressBar } from '../../src/components/upload-progress/index.ts'
import type { Downloads } from '../../src/engine/downloads.ts'
import type { UploadError } from '../../src/engine/errors.ts'
import type { Attachment } from '../../src/engine/ports.ts'
import type { Session } from '../../src/engine/sessionTypes.ts'
import { supportDetails } from '../../src/engine/supportDetails.ts'
import { AttachkitProvider } from '../../src/react/AttachkitProvider.tsx'
import { useAttachmentDownload } from '../../src/react/useAttachmentDownload.ts'
import { useFormPolicyUpload } from '../../src/react/useFormPolicyUpload.ts'
import { useSignedUpload } from '../../src/react/useSignedUpload.ts'
import { createRecording } from '../support/recordedRequests.ts'
import type { RecordingPlan } from '../support/recordingPlan.ts'

/** In every credential that is handed out; whatever shows it has let a secret out. */
const mark = 'S3CRETmark'
const signature = `${mark}Sig8Xq2vPq0bC7Lk3mW9rT5yZ1aD4fH6jN`
const token = `${mark}Tok8Xq2vPq0bC7Lk3mW9rT5yZ1aD4fH6jN`
const policy = btoa(JSON.stringify({ expiration: '2099-01-01T00:00:00Z', conditions: [['eq', '$x-mark', mark]] }))
const secrets = [mark, policy, btoa(mark).slice(0, -2), encodeURIComponent(policy)]

const query = `?Expires=4102444800&Signature=${signature}&security-token=${token}`
/** A store that repeats what it was sent. */
const echo = `<Error><Code>SignatureDoesNotMatch</Code><Message>Got Signature=${signature} for https://a.example/k${query} and ${policy}</Message><StringToSign>${token}</StringToSign><SignatureProvided>${signature}</SignatureProvided></Error>`

const storePlans: Record<string, RecordingPlan> = {
  'an echo in XML': { status: 403, body: echo },
  'an echo in a 200': { body: echo },
  'an echo in a page': { status: 500, body: `<html>${echo}</html>` },
  'an echo in JSON': { status: 400, body: JSON.stringify({ code: 'x', message: echo, error: { token } }) },
  'a cut connection': { reset: 'after-body' },
  'a refused preflight': { cors: 'preflight-refused' },
  'a hidden answer': { cors: 'hidden-answer' },
  'a redirect': { status: 307, redirectTo: `https://127.0.0.1:1/${query}` },
  'a callback that failed': { status: 203, body: echo },
}

/** Answers of the embedder's own endpoint in which the secrets stand where they should not. */
const endpointAnswers: Record<string, [status: number, body: string]> = {
  'a refusal that repeats the token': [
    403,
    JSON.stringify({ code: 'denied', message: token, error: { code: signature + ' ' } }),
  ],
  'no JSON': [200, `<html>${token}</html>`],
  'a URL of another scheme': [200, JSON.stringify({ url: `javascript:${signature}`, key: 'k' })],
  'a URL with a user name': [200, JSON.stringify({ url: `https://${token}:x@store.example/${query}`, key: 'k' })],
  'a header that no page may set': [
    200,
    JSON.stringify({ url: `https://a.example/${query}`, key: 'k', headers: { cookie: token } }),
  ],
  'a header with a line end': [
    200,
    JSON.stringify({ url: `https://a.example/${query}`, key: 'k', headers: { 'x-a': `${token}\n` } }),
  ],
  'a URL that is none': [200, JSON.stringify({ url: `https://[${signature}`, key: 'k' })],
  'a date that is none': [200, JSON.stringify({ url: `https://a.example/${query}`, key: 'k', expiresAt: token })],
}

const heard: unknown[] = []
const levels = ['log', 'info', 'warn', 'error', 'debug'] as const

beforeEach(() => {
  heard.length = 0
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  for (const level of levels) vi.spyOn(console, level).mockImplementation((...args) => void heard.push(...args))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

interface DeskProps {
  fetch: typeof globalThis.fetch
  kind: 'signed-put' | 'form-policy'
  stored: readonly Attachment[]
  onReady: (upload: Session, downloads: Downloads) => void
}

function Desk({ kind, ...props }: DeskProps) {
  return kind === 'signed-put' ? <SignedDesk {...props} /> : <FormDesk {...props} />
}

const retry = { maxRetries: 1, baseDelayMs: 1 }

function SignedDesk({ fetch, ...rest }: Omit<DeskProps, 'kind'>) {
  const adapter = createSignedEndpointAdapter({ endpoint: '/desk', fetch, kind: 'signed-put' })
  return (
    <DeskView
      upload={useSignedUpload({ adapter, retry })}
      downloads={useAttachmentDownload({ adapter, retry })}
      {...rest}
    />
  )
}

function FormDesk({ fetch, ...rest }: Omit<DeskProps, 'kind'>) {
  const adapter = createSignedEndpointAdapter({ endpoint: '/desk', fetch, kind: 'form-policy' })
  return (
    <DeskView
      upload={useFormPolicyUpload({ adapter, retry })}
      downloads={useAttachmentDownload({ adapter, retry })}
      {...rest}
    />
  )
}

type DeskViewProps = Pick<DeskProps, 'stored' | 'onReady'> & { upload: Session; downloads: Downloads }

function DeskView({ upload, downloads, stored, onReady }: DeskViewProps): ReactNode {
  useEffect(() => onReady(upload, downloads), [onReady, upload, downloads])
  return (
    <>
      <DropzoneField upload={upload} />
      <UploadProgressBar upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} attachments={stored} />
    </>
  )
}

/** Every form in which a value can be seen: JSON, text, stack, and the causes below. */
function textOf(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null || depth > 6) return String(value)
  const own = Object.getOwnPropertyNames(value).map((name) => (value as Record<string, unknown>)[name])
  const members = value instanceof Map ? [...value.entries()].flat() : own
  return [String(value), ...members.map((member) => textOf(member, depth + 1))].join('\n')
}

async function storageText(): Promise<string> {
  const bases = (await indexedDB.databases()).map(({ name }) => name)
  return textOf([
    { ...localStorage },
    { ...sessionStorage },
    bases,
    document.cookie,
    (await caches.keys()).join(),
    history.state,
  ])
}

/** Uploads and downloads one file through everything there is, and gives back all that a person or a tool could see. */
async function seenAfter(kind: DeskProps['kind'], fetch: typeof globalThis.fetch, stored: readonly Attachment[] = []) {
  const seen: unknown[] = []
  const onEvent = ({
    query: found,
    mutation,
  }: {
    query?: { state: unknown; queryKey: unknown }
    mutation?: { state: unknown; meta: unknown; options: { mutationKey?: unknown } } | undefined
  }) =>
    void seen.push(
      textOf([found?.state, found?.queryKey, mutation?.state, mutation?.meta, mutation?.options.mutationKey]),
    )
  const [queryCache, mutationCache] = [new QueryCache(), new MutationCache()]
  queryCache.subscribe((event) => onEvent({ query: event.query }))
  mutationCache.subscribe((event) => onEvent({ mutation: event.mutation }))
  const client = new QueryClient({ queryCache, mutationCache })
  const onReady = vi.fn<DeskProps['onReady']>()
  const { container, unmount } = render(
    <QueryClientProvider client={client}>
      <AttachkitProvider>
        <Desk kind={kind} fetch={fetch} stored={stored} onReady={onReady} />
      </AttachkitProvider>
    </QueryClientProvider>,
  )
  const [upload, downloads] = onReady.mock.lastCall ?? []
  if (!upload || !downloads) throw new Error('the desk was not rendered')
  const watched = new MutationObserver(() => seen.push(document.documentElement.outerHTML))
  watched.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })

  const errors: UploadError[] = []
  if (stored.length === 0) {
    upload.add([new File(['evidence'], 'a.txt')])
    await upload.settled()
  } else {
    act(() => screen.getByRole('button', { name: 'Download a.txt' }).click())
    await vi.waitFor(() => expect(downloads.getSnapshot().get('k')?.status).toMatch(/done|failed/))
  }
  for (const item of upload.getSnapshot().items.values()) if (item.status === 'failed') errors.push(item.error)
  for (const download of downloads.getSnapshot().values()) if (download.status === 'failed') errors.push(download.error)
  const details = errors.map((error) => supportDetails(error, new Date(0)))
  seen.push(
    container.outerHTML,
    textOf(errors),
    details,
    textOf(heard),
    await storageText(),
    location.href,
    document.title,
  )
  watched.disconnect()
  unmount()
  downloads.dispose()
  return { text: textOf(seen), ended: errors.map(({ code }) => code) }
}

function expectNoSecret(text: string): void {
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
}

const signing = (reply: object) => async (input: RequestInfo | URL) =>
  new Response(JSON.stringify(String(input).endsWith('/sign') || String(input).endsWith('/download') ? reply : {}))

describe.each(Object.entries(storePlans))('R65 R67 %s from the store', (_case, plan) => {
  it('shows no secret of a signed URL', async () => {
    const url = createRecording().url(plan, query)
    const { text } = await seenAfter(
      'signed-put',
      signing({ url, key: 'k', headers: { 'x-oss-security-token': token } }),
    )
    expectNoSecret(text)
  })

  it('shows no secret of a form', async () => {
    const fields = { key: 'k', policy: btoa('{"conditions":[]}'), Signature: signature, 'x-oss-security-token': token }
    const { text } = await seenAfter(
      'form-policy',
      signing({ url: createRecording().url(plan, query), key: 'k', fields }),
    )
    expectNoSecret(text)
  })

  it('shows no secret of a download', async () => {
    const url = createRecording().url(plan, query)
    const stored = [{ handle: 'k', name: 'a.txt', size: 8 }]
    const { text } = await seenAfter('signed-put', signing({ url, headers: { 'x-oss-security-token': token } }), stored)
    expectNoSecret(text)
  })
})

describe('R65 R67 a policy that the file does not fit', () => {
  it('is told without the policy', async () => {
    const fields = { key: 'k', 'x-mark': 'other', policy, Signature: signature }
    const { text, ended } = await seenAfter('form-policy', signing({ url: createRecording().url(), key: 'k', fields }))
    expect(ended).toEqual(['policy-violated'])
    expectNoSecret(text)
  })
})

describe.each(Object.entries(endpointAnswers))('R65 R67 %s from the endpoint', (_case, [status, body]) => {
  const fetch = async () => new Response(body, { status })

  it('fails an upload without a secret', async () => {
    const { text, ended } = await seenAfter('signed-put', fetch)
    expect(ended).toHaveLength(1)
    expectNoSecret(text)
  })

  it('fails a download without a secret', async () => {
    const { text } = await seenAfter('signed-put', fetch, [{ handle: 'k', name: 'a.txt', size: 8 }])
    expectNoSecret(text)
  })
})
