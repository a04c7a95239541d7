import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import {
  AttachkitProvider,
  AttachmentListView,
  DropzoneField,
  useAttachmentDownload,
  useFormPolicyUpload,
  useSignedUpload,
} from '../../../src/index.ts'
import type { BackendAdapter, Session } from '../../../src/index.ts'
import { createActiveStorageAdapter } from '../../../src/adapters/active-storage/index.ts'
import { createAlibabaCloudBackupAdapter } from '../../../src/adapters/alibaba-cloud-backup/index.ts'
import { createAlibabaTicketAdapter } from '../../../src/adapters/alibaba-ticket/index.ts'
import { createDingtalkStorageAdapter } from '../../../src/adapters/dingtalk-storage/index.ts'
import { createHuaweiCocAdapter } from '../../../src/adapters/huawei-coc/index.ts'
import { createZendeskAdapter } from '../../../src/adapters/zendesk/index.ts'
import { checksumFile } from '../../../src/integrity/checksumFile.ts'

const name = new URL(location.href).searchParams.get('system') ?? ''
const endpoint = `/api/${name}`

const signing: Readonly<Record<string, () => BackendAdapter<'signed-put'>>> = {
  'alibaba-ticket': () => createAlibabaTicketAdapter({ endpoint }),
  'dingtalk-storage': () => createDingtalkStorageAdapter({ endpoint }),
  'active-storage': () => createActiveStorageAdapter(),
  zendesk: () => createZendeskAdapter({ endpoint }),
}
const forms: Readonly<Record<string, () => BackendAdapter<'form-policy'>>> = {
  'alibaba-cloud-backup': () => createAlibabaCloudBackupAdapter({ endpoint }),
  'huawei-coc': () => createHuaweiCocAdapter({ endpoint }),
}

/** In the page itself: a bundle of one script has no worker beside it. */
const integrity = { algorithms: ['md5'], hasher: { compute: checksumFile } } as const

function Signing({ adapter }: { adapter: BackendAdapter<'signed-put'> }) {
  return <Desk adapter={adapter} upload={useSignedUpload({ adapter, integrity })} />
}

function Form({ adapter }: { adapter: BackendAdapter<'form-policy'> }) {
  return <Desk adapter={adapter} upload={useFormPolicyUpload({ adapter })} />
}

function Desk({ adapter, upload }: { adapter: BackendAdapter; upload: Session }) {
  const downloads = useAttachmentDownload({ adapter })
  return (
    <>
      <DropzoneField upload={upload} />
      <AttachmentListView upload={upload} downloads={downloads} />
    </>
  )
}

const [signed, form] = [signing[name]?.(), forms[name]?.()]
const main = document.querySelector('main')
if (main) {
  createRoot(main).render(
    <QueryClientProvider client={new QueryClient()}>
      <AttachkitProvider>
        {signed && <Signing adapter={signed} />}
        {form && <Form adapter={form} />}
      </AttachkitProvider>
    </QueryClientProvider>,
  )
}
