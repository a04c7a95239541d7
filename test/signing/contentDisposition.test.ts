import { describe, expect, it } from 'vitest'
import { formatContentDisposition } from '../../src/signing/contentDisposition.ts'
import { parseContentDisposition } from '../../src/transports/contentDisposition.ts'
import { cleanName } from '../../src/engine/displayName.ts'
import { oddNames } from '../support/oddNames.ts'
import vectors from '../vectors/content-disposition.json' with { type: 'json' }

describe('formatContentDisposition', () => {
  it.each(vectors.generate)('writes the vector for $filename', ({ filename, header }) => {
    expect(formatContentDisposition('attachment', filename)).toBe(header)
  })

  it.each(oddNames)('R49 is printable ASCII and reads back, for %j', (name) => {
    const header = formatContentDisposition('inline', name)
    expect(header).toMatch(/^[\x20-\x7e]+$/)
    const { type, filename } = parseContentDisposition(header)
    expect([type, cleanName(filename ?? '')]).toEqual(['inline', cleanName(name)])
  })
})
