import { describe, expect, it } from 'vitest'
import { safeFilename } from '../../src/engine/safeFilename.ts'

describe('safeFilename', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['报告 2024 😀.png', '报告 2024 😀.png'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\temp\\a.txt', 'a.txt'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\nc.txt', 'ab c.txt'],
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
