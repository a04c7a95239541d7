import fc from 'fast-check'
import { createCRC64 } from 'hash-wasm'
import { expect, test } from 'vitest'
import { joinCrc64 } from '../../../src/simulator/object-store/multipart/joinCrc64.ts'
import vector from '../../vectors/checksums.json'

async function crcOf(bytes: Uint8Array): Promise<{ crc64: string; size: number }> {
  const crc = (await createCRC64()).update(bytes).digest('hex')
  return { crc64: BigInt(`0x${crc}`).toString(), size: bytes.length }
}

test('is the published value, wherever the bytes are cut', async () => {
  const digits = new TextEncoder().encode('123456789')
  for (let at = 0; at <= digits.length; at += 1) {
    const pieces = [await crcOf(digits.subarray(0, at)), await crcOf(digits.subarray(at))]
    expect(joinCrc64(pieces)).toBe(vector.ossCrc64.check123456789.decimal)
  }
})

test('is the CRC of all the bytes', async () => {
  const pieces = fc.array(fc.uint8Array({ maxLength: 3000 }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(pieces, async (parts) => {
      const whole = await crcOf(Uint8Array.from(parts.flatMap((part) => [...part])))
      expect(joinCrc64(await Promise.all(parts.map(crcOf)))).toBe(whole.crc64)
    }),
  )
})
