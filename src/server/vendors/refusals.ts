import { plainCode, VendorFailure } from './vendorFailure.ts'

/** What a vendor's code means to whoever runs the server. */
export interface Refusal {
  sentence: string
  /** What the page is told, where that is not the vendor's own status. */
  status?: number | undefined
}

export interface RefusedCall {
  vendor: string
  operation: string
  status: number
  code: unknown
  requestId: unknown
  refusals: Readonly<Record<string, Refusal>>
}

/**
 * The failure of a call that the vendor refused. A vendor's 401 is about the server's key and becomes a 403: to the page, 401
 * says that a person has to sign in.
 */
export function refusalOf({ vendor, operation, status, code, requestId, refusals }: RefusedCall): VendorFailure {
  const told = plainCode(code)
  const known = told !== undefined && Object.hasOwn(refusals, told) ? refusals[told] : undefined
  return new VendorFailure({
    vendor,
    operation,
    code: told ?? 'unreadable-code',
    status: known?.status ?? (status === 401 ? 403 : status),
    sentence: known?.sentence ?? 'The vendor refused the call.',
    requestId: plainCode(requestId),
  })
}
