export interface VendorFailureFacts {
  /** As people call it, e.g. `Alibaba Cloud`. */
  vendor: string
  /** The vendor's name for what was asked, e.g. `GetAttachmentUploadUrl`. */
  operation: string
  /**
   * The vendor's own code; else `credentials-missing`, `vendor-unreachable`, `vendor-timeout`, `answer-unreadable` or
   * `file-too-large`.
   */
  code: string
  /** What the page is answered with. */
  status: number
  /** What happened, and what to do about it. */
  sentence: string
  requestId?: string | undefined
}

/**
 * Why a vendor did not do what was asked, for your logs and for the page alike: it names no key, no token and no URL. A vendor's
 * own sentences stay out, because they quote what was signed.
 */
export class VendorFailure extends Error {
  override readonly name = 'VendorFailure'
  readonly vendor: string
  readonly operation: string
  readonly code: string
  readonly status: number
  readonly sentence: string
  readonly requestId: string | undefined

  constructor({ vendor, operation, code, status, sentence, requestId }: VendorFailureFacts) {
    const details = [code, `HTTP ${status}`, ...(requestId ? [`request ${requestId}`] : [])].join(', ')
    super(`${vendor}, ${operation}: ${sentence} (${details})`)
    this.vendor = vendor
    this.operation = operation
    this.code = code
    this.status = status
    this.sentence = sentence
    this.requestId = requestId
  }
}

/** Codes and ids are logged and shown, so only what looks like one gets through. */
export function plainCode(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^[\w.:-]{1,80}$/.test(text) ? text : undefined
}
