import { activeStorageQuirks } from './active-storage/quirks.ts'
import { alibabaCloudBackupQuirks } from './alibaba-cloud-backup/quirks.ts'
import { alibabaTicketQuirks } from './alibaba-ticket/quirks.ts'
import { dingtalkStorageQuirks } from './dingtalk-storage/quirks.ts'
import { huaweiCocQuirks } from './huawei-coc/quirks.ts'
import { signedEndpointQuirks } from './signed-endpoint/quirks.ts'
import { zendeskQuirks } from './zendesk/quirks.ts'

/** Every vendor's quirks at their defaults: what the documentation shows first. */
export const defaultQuirks = {
  'alibaba-ticket': alibabaTicketQuirks,
  'alibaba-cloud-backup': alibabaCloudBackupQuirks,
  'huawei-coc': huaweiCocQuirks,
  'dingtalk-storage': dingtalkStorageQuirks,
  'signed-endpoint': signedEndpointQuirks,
  'active-storage': activeStorageQuirks,
  zendesk: zendeskQuirks,
}

/** Quirks by vendor. Plain data. */
export type Quirks = typeof defaultQuirks
export type VendorName = keyof Quirks
/** Some quirks of some vendors. */
export type QuirkChange = { [V in VendorName]?: Partial<Quirks[V]> }

/** `current` with `change` laid over it, vendor by vendor. */
export function applyQuirks(current: Quirks, change: QuirkChange): Quirks {
  return {
    'alibaba-ticket': { ...current['alibaba-ticket'], ...change['alibaba-ticket'] },
    'alibaba-cloud-backup': { ...current['alibaba-cloud-backup'], ...change['alibaba-cloud-backup'] },
    'huawei-coc': { ...current['huawei-coc'], ...change['huawei-coc'] },
    'dingtalk-storage': { ...current['dingtalk-storage'], ...change['dingtalk-storage'] },
    'signed-endpoint': { ...current['signed-endpoint'], ...change['signed-endpoint'] },
    'active-storage': { ...current['active-storage'], ...change['active-storage'] },
    zendesk: { ...current.zendesk, ...change.zendesk },
  }
}
