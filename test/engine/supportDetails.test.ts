import { expect, it } from 'vitest'
import { UploadError } from '../../src/engine/errors.ts'
import { supportDetails } from '../../src/engine/supportDetails.ts'

it('R19 R67 details for support name codes and ids, and no cause', () => {
  const error = new UploadError({
    code: 'forbidden',
    stage: 'transfer',
    status: 403,
    storageCode: 'AccessDenied',
    requestId: '5C3D9175B6FC201293AD****',
    cause: new Error('https://bucket.example.test/key?Signature=secret'),
  })
  expect(supportDetails(error, new Date('2026-01-31T14:30:00Z'))).toBe(
    [
      'code: forbidden',
      'stage: transfer',
      'status: 403',
      'storageCode: AccessDenied',
      'requestId: 5C3D9175B6FC201293AD****',
      'time: 2026-01-31T14:30:00.000Z',
    ].join('\n'),
  )
})
