/** Where DingTalk's documentation leaves room, or its own tools show another way. */
export interface DingtalkStorageQuirks {
  /** Put the answer into `result`. */
  envelope: boolean
  /** Resource URLs as objects with headers of their own, and `uploadId` instead of `uploadKey`. */
  resourceObjects: boolean
  /** Sign with headers, or in the URL with no headers at all. */
  signature: 'headers' | 'url'
  /** Hand out an empty Content-Type, as the vendor's samples set one. */
  emptyContentType: boolean
  /** Answer a repeated commit of an `uploadKey` with the same file; refuse it otherwise. Not documented. */
  commitIsIdempotent: boolean
  /** Bytes the space takes. */
  quotaBytes: number
}

export const dingtalkStorageQuirks: DingtalkStorageQuirks = {
  envelope: false,
  resourceObjects: false,
  signature: 'headers',
  emptyContentType: false,
  commitIsIdempotent: false,
  quotaBytes: 1024 ** 4,
}
