import { createActiveStorageAdapter } from '../../src/adapters/active-storage/createAdapter.ts'
import { createAlibabaCloudBackupAdapter } from '../../src/adapters/alibaba-cloud-backup/createAdapter.ts'
import { createAlibabaTicketAdapter } from '../../src/adapters/alibaba-ticket/createAdapter.ts'
import { createDingtalkStorageAdapter } from '../../src/adapters/dingtalk-storage/createAdapter.ts'
import { createHuaweiCocAdapter } from '../../src/adapters/huawei-coc/createAdapter.ts'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import { createZendeskAdapter } from '../../src/adapters/zendesk/createAdapter.ts'
import type { BackendAdapter, CredentialKind } from '../../src/engine/ports.ts'
import type { FaultRow } from './faultRow.ts'

/** The real adapter of a row's vendor, at the dev server's address. */
export function createRowAdapter({ vendor, setup }: FaultRow): BackendAdapter<CredentialKind> {
  const endpoint = `/api/${vendor}`
  switch (vendor) {
    case 'alibaba-ticket':
      return createAlibabaTicketAdapter({ endpoint, contentType: setup.sendsUnsignedType ? 'free' : 'none' })
    case 'alibaba-cloud-backup':
      return createAlibabaCloudBackupAdapter({ endpoint })
    case 'huawei-coc':
      return createHuaweiCocAdapter({ endpoint })
    case 'dingtalk-storage':
      return createDingtalkStorageAdapter({ endpoint })
    case 'signed-endpoint':
      return createSignedEndpointAdapter({ endpoint, offers: ['commit', 'verify', 'download', 'discard'] })
    case 'active-storage':
      return createActiveStorageAdapter({ endpoint, blobs: `${endpoint}/blobs/redirect` })
    case 'zendesk':
      return createZendeskAdapter({ endpoint })
  }
}
