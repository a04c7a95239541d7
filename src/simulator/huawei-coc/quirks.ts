/** Where COC's documentation contradicts itself. */
export interface HuaweiCocQuirks {
  /** `error_code` and `error_msg` as in the examples, or `code` and `msg` as in the schema. */
  spelling: 'examples' | 'schema'
  /** `provider_code` as the number 4 instead of the text `"049"`. */
  numericProviderCode: boolean
  /** Say HTTP 200 to an upload that the body refuses. */
  failsWith200: boolean
  /** Send a Content-Disposition with downloads; the documentation promises none. */
  sendsDisposition: boolean
}

export const huaweiCocQuirks: HuaweiCocQuirks = {
  spelling: 'examples',
  numericProviderCode: false,
  failsWith200: false,
  sendsDisposition: false,
}
