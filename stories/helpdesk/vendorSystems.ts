import { createAlibabaCloudBackupAdapter } from '../../src/adapters/alibaba-cloud-backup/index.ts'
import { createAlibabaTicketAdapter } from '../../src/adapters/alibaba-ticket/index.ts'
import { createDingtalkStorageAdapter } from '../../src/adapters/dingtalk-storage/index.ts'
import { createHuaweiCocAdapter } from '../../src/adapters/huawei-coc/index.ts'
import type { HelpdeskSystem } from './systems.ts'

/** The four systems as the dev server mounts them. */
export const vendorSystems: readonly [HelpdeskSystem, ...HelpdeskSystem[]] = [
  {
    name: 'alibaba-ticket',
    label: 'Alibaba Cloud Ticket System',
    kind: 'signed-put',
    adapter: createAlibabaTicketAdapter({ endpoint: '/api/alibaba-ticket' }),
  },
  {
    name: 'alibaba-cloud-backup',
    label: 'Alibaba Cloud Backup',
    kind: 'form-policy',
    adapter: createAlibabaCloudBackupAdapter({ endpoint: '/api/alibaba-cloud-backup' }),
  },
  {
    name: 'huawei-coc',
    label: 'Huawei Cloud COC',
    kind: 'form-policy',
    adapter: createHuaweiCocAdapter({ endpoint: '/api/huawei-coc' }),
  },
  {
    name: 'dingtalk-storage',
    label: 'DingTalk Storage',
    kind: 'signed-put',
    adapter: createDingtalkStorageAdapter({ endpoint: '/api/dingtalk-storage' }),
  },
]
