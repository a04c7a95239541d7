import type { Refusal } from './refusals.ts'

const key = 'The gateway does not take the key: check HUAWEICLOUD_SDK_AK, HUAWEICLOUD_SDK_SK and the server’s clock.'
const permission = 'The key lacks the permission: grant coc:ticket:uploadFile and coc:ticket:downloadFile.'

/**
 * What COC and the API gateway in front of it refuse with. Source: "Error Codes" of API Gateway; of COC itself the pages on
 * attachments name one code only.
 */
export const huaweiRefusals: Readonly<Record<string, Refusal>> = {
  'GOM.00007256': {
    sentence: 'COC does not take it: .jpg, .png, .docx, .txt and .pdf files of at most 10 MB, or no such file.',
  },
  'APIGW.0101': { status: 500, sentence: 'There is no such API: does the endpoint belong to COC?' },
  'APIGW.0201': { sentence: 'The gateway gave the call up, or the file was too large for it.' },
  'APIGW.0301': { status: 403, sentence: key },
  'APIGW.0302': { status: 403, sentence: permission },
  'APIGW.0303': { status: 403, sentence: key },
  'APIGW.0305': { status: 403, sentence: permission },
  'APIGW.0306': { status: 403, sentence: permission },
  'APIGW.0307': { status: 403, sentence: key },
  'APIGW.0308': { sentence: 'Too many calls at the moment.' },
}
