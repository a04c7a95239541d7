import { describe, expect, it } from 'vitest'
import { checksumFile } from '../../src/integrity/checksumFile.ts'
import vectors from '../vectors/checksums.json' with { type: 'json' }
import small from '../vectors/small.json' with { type: 'json' }

const all = ['md5', 'sha256', 'crc32c', 'crc64ecma'] as const
const never = new AbortController().signal
const inputs = vectors.inputs.filter((input): input is typeof input & { hex: string } => typeof input.hex === 'string')

describe('checksumFile', () => {
  it.each(inputs)('computes the published checksums of $name', async (input) => {
    const file = new Blob([Buffer.from(input.hex, 'hex')])
    expect(await checksumFile(file, all, never)).toEqual({
      md5: input.contentMd5Base64,
      sha256: input.sha256Base64,
      crc32c: input.crc32cBase64,
      crc64ecma: input.ossCrc64ecmaDecimal,
    })
  })

  it('writes an MD5 as direct uploads of Rails want it', async () => {
    const { base64Md5, content } = small.activeStorageChecksum
    expect(await checksumFile(new Blob([content]), ['md5'], never)).toEqual({ md5: base64Md5 })
  })

  it('reads a file that is longer than one piece', async () => {
    const bytes = new Uint8Array(9 * 1024 * 1024).fill(7)
    const { createHash } = await import('node:crypto')
    const expected = createHash('sha256').update(bytes).digest('base64')
    expect(await checksumFile(new Blob([bytes]), ['sha256'], never)).toEqual({ sha256: expected })
  })

  it('stops when aborted', async () => {
    const checksums = checksumFile(new Blob(['abc']), ['md5'], AbortSignal.abort())
    await expect(checksums).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('R75 a file that cannot be read any more says so', async () => {
    const gone = new Blob(['abc'])
    gone.slice = () => {
      throw new DOMException('gone', 'NotReadableError')
    }
    await expect(checksumFile(gone, ['md5'], never)).rejects.toMatchObject({ code: 'file-changed', stage: 'validate' })
  })
})
