/** A system of the helpdesk page, and what one upload asks of it. */
export interface SystemUnderTest {
  system: string
  ticket: string
  /** Calls of the vendor's API that one upload makes, in order. */
  calls: RegExp[]
  /** Requests that carry bytes for one upload, by plane. */
  carries: { plane: 'api' | 'store'; method: string }
}

export const systems: readonly SystemUnderTest[] = [
  {
    system: 'alibaba-ticket',
    ticket: '4213',
    calls: [/GetAttachmentUploadUrl$/],
    carries: { plane: 'store', method: 'PUT' },
  },
  {
    system: 'alibaba-cloud-backup',
    ticket: '4209',
    calls: [/CreateTempFileUploadUrl$/],
    carries: { plane: 'store', method: 'POST' },
  },
  {
    system: 'huawei-coc',
    ticket: '4198',
    calls: [/attachments$/],
    carries: { plane: 'api', method: 'POST' },
  },
  {
    system: 'dingtalk-storage',
    ticket: '4187',
    calls: [/uploadInfos\/query$/, /commit$/],
    carries: { plane: 'store', method: 'PUT' },
  },
]
