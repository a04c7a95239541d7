import type { Fault, FaultBody, FaultMatch, ScriptedFault } from '../../src/simulator/faults.ts'
import type { VendorName } from '../../src/simulator/quirks.ts'
import type { Switches } from '../../src/simulator/switches.ts'
import type { MatrixStage } from './faultRow.ts'

export const always = null

type Operations = Partial<Record<MatrixStage, string>>

const operations: Readonly<Record<VendorName, Operations>> = {
  'alibaba-ticket': { credential: 'GetAttachmentUploadUrl', PUT: 'PutObject', download: 'GetObject' },
  'alibaba-cloud-backup': { credential: 'CreateTempFileUploadUrl', POST: 'PostObject', download: 'GetObject' },
  'huawei-coc': { POST: 'CreateAttachment', download: 'DownloadAttachment' },
  'dingtalk-storage': {
    credential: 'GetFileUploadInfo',
    PUT: 'PutObject',
    commit: 'CommitFile',
    download: 'GetObject',
  },
  'signed-endpoint': {
    credential: 'sign',
    PUT: 'PutObject',
    POST: 'PostObject',
    commit: 'commit',
    download: 'GetObject',
  },
  'active-storage': { credential: 'DirectUpload', PUT: 'PutObject', download: 'GetObject' },
  zendesk: { POST: 'CreateUpload', download: 'GetObject' },
}

/** The exchanges of one stage of one vendor. */
export function exchangesOf(vendor: VendorName, stage: MatrixStage): FaultMatch {
  const operation = operations[vendor][stage]
  if (operation === undefined) throw new Error(`${vendor} has no ${stage}`)
  return { operation }
}

/** A script of one fault. */
export function strike(match: FaultMatch, fault: Fault, times: number | null = always): Partial<Switches> {
  const scripted: ScriptedFault = { match, fault, times }
  return { faults: [scripted] }
}

type AnswerOptions = Pick<Extract<Fault, { type: 'answer' }>, 'message' | 'headers' | 'body' | 'at'>

export function answer(status: number, code?: string, options: AnswerOptions = {}): Fault {
  return { type: 'answer', status, code, ...options }
}

/** An error document as Amazon S3 and MinIO write it. */
export function s3Error(status: number, code: string, message: string, extras: Record<string, string> = {}): Fault {
  const elements = Object.entries({
    Code: code,
    Message: message,
    ...extras,
    RequestId: '4442587FB7D0A2F9',
    HostId: 'made-up/host+id=',
  })
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${elements.map(([name, value]) => `<${name}>${value}</${name}>`).join('')}</Error>`
  const body: FaultBody = { contentType: 'application/xml', text }
  return { type: 'answer', status, body }
}

export const htmlPage: FaultBody = {
  contentType: 'text/html',
  text: '<!doctype html><title>Sign in</title><p>Please sign in.</p>',
}
