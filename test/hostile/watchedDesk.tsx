import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { useEffect, type ReactNode } from 'react'
import { vi } from 'vitest'
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
import { patient } from '../support/patient.ts'

const heard: unknown[] = []
const levels = ['log', 'info', 'warn', 'error', 'debug'] as const

/** Call it before each test. */
export function watchConsole(): void {
  heard.length = 0
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false)
  for (const level of levels) vi.spyOn(console, level).mockImplementation((...args) => void heard.push(...args))
}

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
  if (typeof value !== 'object' || value === null || depth > 6) return String(value as string)
  const own = Object.getOwnPropertyNames(value).map((name) => (value as Record<string, unknown>)[name])
  const members = value instanceof Map ? [...value.entries()].flat() : own
  return [value instanceof Error ? value.stack : '', ...members.map((member) => textOf(member, depth + 1))].join('\n')
}

async function storageText(): Promise<string> {
  const bases = (await indexedDB.databases()).map(({ name }) => name)
  return textOf([
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    bases,
    document.cookie,
    (await caches.keys()).join(),
    history.state,
  ])
}

/** Uploads and downloads one file through everything there is, and gives back all that a person or a tool could see. */
export async function seenAfter(
  kind: DeskProps['kind'],
  fetch: typeof globalThis.fetch,
  stored: readonly Attachment[] = [],
) {
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
    await vi.waitUntil(() => /done|failed/.test(downloads.getSnapshot().get('k')?.status ?? ''), patient)
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
