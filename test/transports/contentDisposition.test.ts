import { describe, expect, it } from 'vitest'
import { parseContentDisposition, safeFilename } from '../../src/transports/contentDisposition.ts'
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

describe('safeFilename', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['报告 2024 😀.png', '报告 2024 😀.png'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.txt', 'a.txt'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\nc.txt', 'abc.txt'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['  spaced .txt  ', 'spaced .txt'],
    ['../', undefined],
    ['', undefined],
  ])('makes of %o a name to save under', (name, safe) => {
    expect(safeFilename(name)).toBe(safe)
  })

  it('cuts a long name and keeps its extension', () => {
    const safe = safeFilename(`${'长'.repeat(300)}.pdf`)!
    expect(Array.from(safe)).toHaveLength(200)
    expect(safe.endsWith('长.pdf')).toBe(true)
  })
})
