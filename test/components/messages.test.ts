import { describe, expect, it } from 'vitest'
import { en } from '../../src/messages/en.ts'
import { formatPercent } from '../../src/messages/formatNumber.ts'
import { formatDuration, formatSpeed } from '../../src/messages/formatPace.ts'
import { formatSize } from '../../src/messages/formatSize.ts'
import { say } from '../../src/messages/messages.ts'

describe('formatSize', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [1536, '1.5 kB'],
    [999_949, '1 MB'],
    [24_300_000, '24.3 MB'],
    [104_857_600, '105 MB'],
    [2_147_483_648, '2.1 GB'],
    [5e15, '5,000 TB'],
  ])('R36 prints %d bytes as %s', (bytes, text) => {
    expect(formatSize(bytes, 'en')).toBe(text)
  })

  it('R36 uses the digits and signs of the locale', () => {
    expect(formatSize(24_300_000, 'de')).toBe('24,3 MB')
    expect(formatSize(24_300_000, 'ar-EG')).toContain('٢٤٫٣')
  })
})

describe('pace', () => {
  it.each([
    [812, '810 byte/s'],
    [2_149_000, '2.1 MB/s'],
    [999_800, '1 MB/s'],
    [64_900_000, '65 MB/s'],
  ])('R24 prints %d bytes a second as %s', (bytesPerSecond, text) => {
    expect(formatSpeed(bytesPerSecond, 'en')).toBe(text)
  })

  it.each([
    [900, '5 sec'],
    [21_000, '25 sec'],
    [51_000, '1 min'],
    [61_000, '2 min'],
    [3_541_000, '1 hr'],
    [9_000_000, '3 hr'],
  ])('R24 rounds %d ms up to %s', (ms, text) => {
    expect(formatDuration(ms, 'en')).toBe(text)
  })
})

describe('the limits', () => {
  const limits = { types: ['PDF'], maxFileSize: 5e6, minFileSize: undefined, maxFiles: 10, maxTotalSize: 25e6 }

  it('R36 tells what is allowed, and then what is left of it', () => {
    expect(en.dropzone.hint(limits)).toBe('PDF\u00A0· up to 5 MB each\u00A0· 25 MB in all\u00A0· at most 10 files')
    const used = { files: 2, bytes: 24_300_000 }
    expect(en.dropzone.hint({ ...limits, used })).toBe(
      'PDF\u00A0· up to 5 MB each\u00A0· 24.3 MB of 25 MB used\u00A0· 2 of 10 files',
    )
  })
})

describe('formatPercent', () => {
  it('R23 says 100% only of what is complete', () => {
    expect(formatPercent(0.999, 'en')).toBe('99%')
    expect(formatPercent(1, 'en')).toBe('100%')
    expect(formatPercent(1.2, 'en')).toBe('100%')
  })
})

describe('the English messages', () => {
  const failures = Object.entries(en.errors).map(([code, sentence]) => [code, sentence] as const)
  const rejections = Object.entries(en.rejections).map(([code, sentence]) => [code, sentence] as const)

  it.each(failures)('R20 says what to do after %s without codes or library names', (_code, sentence) => {
    for (const stage of ['transfer', 'download'] as const) {
      const text = say(sentence, { stage, limitBytes: undefined })
      expect(text).toMatch(/^[A-Z].*\.$/)
      expect(text).not.toMatch(/undefined|null|HTTP|XML|CORS|CSP|\b[45]\d\d\b/)
    }
  })

  it.each(rejections)('R35 gives a reason for %s with and without its limit', (_code, sentence) => {
    const bare = say(sentence, { limit: undefined, detail: undefined, types: [] })
    const full = say(sentence, { limit: 10_000_000, detail: 'no colons', types: ['PDF', 'images'] })
    expect(bare).toMatch(/^[A-Z].*\.$/)
    expect(full).toMatch(/^[A-Z].*\.$/)
    expect(bare + full).not.toContain('undefined')
  })

  it('R17 names the real limit when the answer told it', () => {
    expect(say(en.errors['file-too-large'], { stage: 'transfer', limitBytes: 10_000_000 })).toContain('10 MB')
  })

  it('R36 tells all limits in one line', () => {
    expect(
      en.dropzone.hint({
        types: ['PDF', 'images'],
        maxFileSize: 10_000_000,
        minFileSize: undefined,
        maxFiles: 5,
        maxTotalSize: 25_000_000,
      }),
    ).toBe('PDF or images\u00A0· up to 10 MB each\u00A0· 25 MB in all\u00A0· at most 5 files')
  })

  it('R58 names up to three added files and counts more', () => {
    expect(en.announcements.added({ names: ['a.pdf', 'b.pdf', 'c.pdf'] })).toBe('Added a.pdf, b.pdf, and c.pdf.')
    expect(en.announcements.added({ names: ['a', 'b', 'c', 'd'] })).toBe('Added 4 files.')
  })

  it('uses the plural form of the language', () => {
    const facts = { sentBytes: 0, totalBytes: 0, failed: 0 }
    expect(en.progress.summary({ ...facts, done: 1, total: 1 })).toBe('1 file attached')
    expect(en.progress.summary({ ...facts, done: 3, total: 3 })).toBe('All 3 files attached')
    expect(en.progress.summary({ ...facts, done: 2, total: 3, failed: 1 })).toBe('2 of 3 files attached, 1 failed')
  })
})
