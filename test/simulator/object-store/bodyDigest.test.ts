import { expect, test } from 'vitest'
import { createBodyDigest } from '../../../src/simulator/object-store/bodyDigest.ts'
import vectors from '../../vectors/checksums.json'

interface Input {
  name: string
  length: number
  hex?: string
  ossCrc64ecmaDecimal: string
  contentMd5Base64: string
  ossEtagPutObject: string
}

/** The bytes of an input: given in hex, or made by the generator that the vectors describe. */
function bytesOf({ name, hex, length }: Input): Uint8Array {
  if (hex !== undefined) return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  if (!name.startsWith('LCG')) return new Uint8Array(length)
  let state = 1
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return (state >> 16) & 255
  })
}

test.each(vectors.inputs as Input[])('hashes $name in pieces', async (input) => {
  const digest = await createBodyDigest()
  const bytes = bytesOf(input)
  for (let at = 0; at < bytes.length; at += 1000) digest.update(bytes.subarray(at, at + 1000))
  const { ossCrc64ecmaDecimal: crc64, contentMd5Base64: contentMd5, ossEtagPutObject: etag } = input
  expect(digest.finish()).toEqual({ size: input.length, crc64, contentMd5, etag: etag.replaceAll('"', '') })
})
