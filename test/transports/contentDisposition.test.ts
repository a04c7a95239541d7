import { describe, expect, it } from 'vitest'
import { parseContentDisposition } from '../../src/transports/contentDisposition.ts'
import vectors from '../vectors/content-disposition.json' with { type: 'json' }

describe('parseContentDisposition', () => {
  it.each(vectors.parse)('R63 reads $header', ({ header, type, parameters }) => {
    const { filename } = parameters as { filename?: string }
    expect(parseContentDisposition(header)).toEqual({ type, filename })
  })

  it.each(vectors.generate)('R63 reads back $header', ({ filename, header }) => {
    // The library writes no filename* for names that a quoted string holds, and both forms mean the same.
    expect(parseContentDisposition(header).filename).toBe(filename)
  })

  it.each([
    '',
    ';',
    ';;=',
    'attachment; filename="',
    'attachment; filename="a\\',
    "attachment; filename*=UTF-8''",
    'x; =',
  ])('does not throw on %o', (header) => {
    expect(() => parseContentDisposition(header)).not.toThrow()
  })
})
