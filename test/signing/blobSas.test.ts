import { describe, expect, test } from 'vitest'
import { signBlobSas } from '../../src/signing/azure/blobSas.ts'
import vector from '../vectors/azure-sas.json'

const account = { name: vector.account, key: vector.key }
const grant = {
  container: 'uploads',
  blob: vector.blob.replace('uploads/', ''),
  permissions: vector.params.sp,
  startsAt: Date.parse(vector.params.st),
  expiresAt: Date.parse(vector.params.se),
}

describe('Azure blob SAS', () => {
  test('signs as the vendor’s SDK does', async () => {
    const signed = await signBlobSas(grant, account)
    expect(Object.fromEntries(new URLSearchParams(signed))).toEqual(vector.params)
    expect(signed).toBe(vector.query)
  })

  test('binds what a download is to say of itself', async () => {
    const contentDisposition = "attachment; filename*=UTF-8''a.png"
    const shown = new URLSearchParams(
      await signBlobSas({ ...grant, contentDisposition, contentType: 'image/png' }, account),
    )
    expect(shown.get('rscd')).toBe(contentDisposition)
    expect(shown.get('rsct')).toBe('image/png')
    expect(shown.get('sig')).not.toBe(vector.params.sig)
  })

  test('refuses a key that is not base64', async () => {
    await expect(signBlobSas(grant, { ...account, key: '%' })).rejects.toThrow('not base64')
  })
})
