import { describe, expect, it } from 'vitest'
import { checkIntegrity } from '../../src/engine/checkIntegrity.ts'
import type { Receipt } from '../../src/engine/ports.ts'
import { scriptedCredential } from '../../src/testing/scriptedAdapter.ts'

const sent = { md5: 'XUFAKrxLKna5cZ2REBfFkg==', crc64ecma: '11177612005948864433' }
const answer = (headers: Record<string, string>, etag?: string): Receipt => ({ status: 200, body: '', headers, etag })
const oss = scriptedCredential('a', { etagIsMd5: true })
const check =
  (receipt: Receipt, credential = oss) =>
  () =>
    checkIntegrity(receipt, sent, credential)

describe('checkIntegrity', () => {
  it('accepts an answer that agrees', () => {
    const receipt = answer({ 'x-oss-hash-crc64ecma': sent.crc64ecma }, '5D41402ABC4B2A76B9719D911017C592')
    expect(check(receipt)).not.toThrow()
  })

  it('accepts an answer that tells nothing', () => {
    expect(check(answer({}))).not.toThrow()
  })

  it('refuses a CRC that differs in its last digits', () => {
    const receipt = answer({ 'x-oss-hash-crc64ecma': '11177612005948864434' })
    expect(check(receipt)).toThrow(expect.objectContaining({ code: 'integrity-mismatch', retryable: true }))
  })

  it('refuses an ETag that is another MD5', () => {
    expect(check(answer({}, '0CC175B9C0F1B6A831C399E269772661'))).toThrow(
      expect.objectContaining({ code: 'integrity-mismatch' }),
    )
  })

  it('does not take an ETag for an MD5 unless the adapter says so', () => {
    expect(check(answer({}, '0CC175B9C0F1B6A831C399E269772661'), scriptedCredential('a'))).not.toThrow()
  })

  it('does not compare an ETag of parts', () => {
    expect(check(answer({}, '0cc175b9c0f1b6a831c399e269772661-3'))).not.toThrow()
  })
})
