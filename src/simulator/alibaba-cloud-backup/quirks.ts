/** Where Cloud Backup's documentation leaves room. */
export interface AlibabaCloudBackupQuirks {
  /** Write `Code` as a number instead of a text. */
  numericCode: boolean
  /** Name an endpoint that only Alibaba's own network reaches. */
  internalEndpoint: boolean
  /** The policy's size limit. The real one is not documented. */
  maxBytes: number
  /** Sign the key again that a further attempt names; the vendor itself makes a new one. */
  resignsSameKey: boolean
  /** Sign downloads so that they are saved under the file's name; the vendor's sample does not show it. */
  bindsFileNames: boolean
}

export const alibabaCloudBackupQuirks: AlibabaCloudBackupQuirks = {
  numericCode: false,
  internalEndpoint: false,
  maxBytes: 5 * 1024 ** 3,
  resignsSameKey: true,
  bindsFileNames: true,
}
