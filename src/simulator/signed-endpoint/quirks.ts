/** What a hand-written signer may answer. */
export interface SignedEndpointQuirks {
  /** A PUT under a signed URL, or a form under a policy. */
  reply: 'put' | 'form'
  /** OSS V1 or V4, or as S3 does it: the store then answers as S3. */
  signature: 'v1' | 'v4' | 's3'
  /** Bytes a policy takes. */
  maxBytes: number
  /** Bytes of a part, for uploads in parts. */
  partSize: number
  /** Put Content-Type under a PUT's signature and hand it out. */
  signsContentType: boolean
  /** Answer no more than `{ url, fields }`, as the AWS SDK does; the key is among the fields. */
  bareForm: boolean
}

export const signedEndpointQuirks: SignedEndpointQuirks = {
  reply: 'put',
  signature: 'v4',
  maxBytes: 5 * 1024 ** 3,
  partSize: 8 * 1024 ** 2,
  signsContentType: false,
  bareForm: false,
}
