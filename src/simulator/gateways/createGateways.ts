import type { Handler } from '../vendorContext.ts'
import type { VendorName } from '../quirks.ts'
import { createAlibabaGateway } from './createAlibabaGateway.ts'
import { createDingtalkGateway } from './createDingtalkGateway.ts'
import { createHuaweiGateway } from './createHuaweiGateway.ts'
import { createZendeskGateway } from './createZendeskGateway.ts'
import type { GatewayContext } from './gatewayContext.ts'

/** The vendors that a backend calls with a key of its own. */
export type GatewayName = Extract<
  VendorName,
  'alibaba-ticket' | 'alibaba-cloud-backup' | 'huawei-coc' | 'dingtalk-storage' | 'zendesk'
>

const ticketOperations = {
  '2021-06-10': ['GetAttachmentUploadUrl', 'CreateTicket', 'ReplyTicket', 'ListTicketNotes'],
  '2020-08-01': ['GetAttachmentUploadUrl', 'GetAttachmentUrl'],
}
const backupOperations = { '2017-09-08': ['CreateTempFileUploadUrl', 'GetTempFileDownloadLink'] }

/** Every vendor's own front door: the API behind it, for whoever signs. */
export function createGateways(
  api: Readonly<Record<GatewayName, Handler>>,
  context: GatewayContext,
): Record<GatewayName, Handler> {
  return {
    'alibaba-ticket': createAlibabaGateway(api['alibaba-ticket'], ticketOperations, context),
    'alibaba-cloud-backup': createAlibabaGateway(api['alibaba-cloud-backup'], backupOperations, context),
    'huawei-coc': createHuaweiGateway(api['huawei-coc'], context),
    'dingtalk-storage': createDingtalkGateway(api['dingtalk-storage'], context),
    zendesk: createZendeskGateway(api.zendesk, context),
  }
}
