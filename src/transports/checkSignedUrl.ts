import { UploadError } from '../engine/errors.ts'
import type { SignedPutCredential } from '../engine/ports.ts'

/**
 * Mistakes of a signer that a signed URL shows before anything is sent. For development builds: stores differ in what they
 * forgive, so a production build leaves the judgement to them.
 */
export function checkSignedUrl(url: URL, { method }: SignedPutCredential, fileBytes: number): void {
  const query = new Map([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]))
  // Since client-s3 3.729 the AWS SDK signs the CRC32 of the body it presigns with, which is none.
  if (query.get('x-amz-checksum-crc32') === 'AAAAAA==' && fileBytes > 0) {
    throw refuse(
      'The URL is signed for an empty body (x-amz-checksum-crc32=AAAAAA==); create the S3 client with requestChecksumCalculation: "WHEN_REQUIRED".',
    )
  }
  const operation = query.get('x-id')
  if (operation !== undefined && !['PutObject', 'UploadPart'].includes(operation)) {
    throw refuse('The URL is signed for another operation (x-id) than an upload; sign a PutObject.')
  }
  if (query.has('x-amz-signature') && method !== 'PUT') {
    throw refuse(`The method is ${method}, but a presigned S3 URL takes PUT; a POST needs a policy and form fields.`)
  }
}

function refuse(hint: string): UploadError {
  return new UploadError({ code: 'answer-unreadable', stage: 'transfer', hint })
}
