/** What a Zendesk account's settings leave open. */
export interface ZendeskQuirks {
  /** Bytes of a file. */
  maxBytes: number
}

export const zendeskQuirks: ZendeskQuirks = { maxBytes: 50_000_000 }
