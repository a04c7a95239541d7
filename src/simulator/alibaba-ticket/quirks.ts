/** Where the Ticket System's documentation leaves room, or shows two ways. */
export interface AlibabaTicketQuirks {
  /** Answer in the flat shape of version 2020-08-01. */
  olderTwin: boolean
  /** Wrap the line behind the host, as the printed samples do. */
  wrapsUrls: 'no' | 'line-feed' | 'space'
  signature: 'v1' | 'v4'
  /** Say HTTP 200 to a failure that the body tells. */
  failsWith200: boolean
  /** Sign the object again that a further attempt names; the vendor itself starts a new one. */
  resignsSameObject: boolean
  /** Sign downloads so that they are saved under the file's name; the vendor's samples do not show it. */
  bindsFileNames: boolean
}

export const alibabaTicketQuirks: AlibabaTicketQuirks = {
  olderTwin: false,
  wrapsUrls: 'no',
  signature: 'v1',
  failsWith200: false,
  resignsSameObject: true,
  bindsFileNames: true,
}
