import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import {
  AttachkitProvider,
  AttachmentListView,
  createSignedPutTransport,
  DropzoneField,
  UploadProgressBar,
  useSignedUpload,
} from '../../../src/index.ts'
import { createMemoryAdapter } from '../../../src/adapters/memory/index.ts'
import type { SignedPutCredential } from '../../../src/index.ts'
import '../../../src/styles/styles.css'

const url = new URL(location.href).searchParams.get('put') ?? ''
const memory = createMemoryAdapter()
let handles = 0
/** Signs for a store of another origin; everything else is kept in memory. */
const adapter: typeof memory = {
  ...memory,
  requestUpload: (): Promise<SignedPutCredential> => {
    handles += 1
    const handle = `object-${handles}`
    return Promise.resolve({ kind: 'signed-put', handle, url, method: 'PUT', headers: {}, contentType: 'none' })
  },
  commitUpload: ({ handle, file }) => Promise.resolve({ handle, name: file.name, size: file.size }),
}
const transports = { 'signed-put': createSignedPutTransport() }

function Page() {
  const upload = useSignedUpload({ adapter, transports })
  return (
    <>
      <DropzoneField upload={upload} />
      <UploadProgressBar upload={upload} />
      <AttachmentListView upload={upload} />
    </>
  )
}

const root = document.querySelector('main')
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <AttachkitProvider>
        <Page />
      </AttachkitProvider>
    </QueryClientProvider>,
  )
}
