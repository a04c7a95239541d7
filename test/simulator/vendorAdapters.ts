import { createAlibabaCloudBackupAdapter } from '../../src/adapters/alibaba-cloud-backup/createAdapter.ts'
import { createAlibabaTicketAdapter } from '../../src/adapters/alibaba-ticket/createAdapter.ts'
import { createDingtalkStorageAdapter } from '../../src/adapters/dingtalk-storage/createAdapter.ts'
import { createHuaweiCocAdapter } from '../../src/adapters/huawei-coc/createAdapter.ts'
import { createSignedEndpointAdapter } from '../../src/adapters/signed-endpoint/createAdapter.ts'
import type { BackendAdapter } from '../../src/engine/ports.ts'
import { deskUrl } from './simulatorFetch.ts'
import type { Harness } from './simulatorFetch.ts'

const creators = {
  'alibaba-ticket': createAlibabaTicketAdapter,
  'alibaba-cloud-backup': createAlibabaCloudBackupAdapter,
  'huawei-coc': createHuaweiCocAdapter,
  'dingtalk-storage': createDingtalkStorageAdapter,
  'signed-endpoint': createSignedEndpointAdapter,
}

/** A system that has an adapter and a simulator. */
export type SimulatedVendor = keyof typeof creators

export const simulatedVendors = Object.keys(creators) as SimulatedVendor[]

/** The system's adapter, talking to the harness. */
export function adapterOf(vendor: SimulatedVendor, { fetch }: Harness): BackendAdapter {
  return creators[vendor]({ endpoint: `${deskUrl}/${vendor}`, fetch })
}
