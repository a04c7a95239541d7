import { describe, expect, it } from 'vitest'
import { sniffMismatch } from '../../src/engine/sniffType.ts'

const heads = {
  png: '89504e470d0a1a0a0000000d49484452',
  jpg: 'ffd8ffe000104a464946000101000001',
  gif: '474946383961010001000000',
  webp: '524946462400000057454250565038',
  pdf: '255044462d312e370a25e2e3cfd30a31',
  exe: '4d5a90000300000004000000ffff0000',
  elf: '7f454c46020101000000000000000000',
  zip: '504b0304140006000800000021000000',
  text: Buffer.from('just some text').toString('hex'),
}
const fileOf = (hex: string) => new Blob([Buffer.from(hex, 'hex')])
const sniff = (head: keyof typeof heads, name: string) => sniffMismatch(fileOf(heads[head]), { name })

describe('sniffMismatch', () => {
  it.each([
    ['png', 'image.png'],
    ['jpg', 'photo.JPEG'],
    ['gif', 'a.gif'],
    ['webp', 'a.webp'],
    ['pdf', 'report.pdf'],
    ['exe', 'setup.exe'],
    ['zip', 'letter.docx'],
    ['zip', 'app.jar'],
    ['zip', 'anything.xyz'],
    ['text', 'notes.txt'],
    ['text', 'table.csv'],
    ['exe', 'README'],
  ] as const)('R67 %s bytes may be called %s', async (head, name) => {
    expect(await sniff(head, name)).toBeUndefined()
  })

  it.each([
    ['exe', 'holiday.png', 'Windows program'],
    ['elf', 'report.pdf', 'Linux program'],
    ['exe', 'letter.docx', 'Windows program'],
    ['pdf', 'image.jpg', 'PDF'],
    ['text', 'image.png', 'unknown'],
    ['zip', 'scan.pdf', 'unknown'],
  ] as const)('R67 %s bytes are not a %s', async (head, name, kind) => {
    expect(await sniff(head, name)).toBe(kind)
  })

  it('R67 reads no more than sixteen bytes', async () => {
    const file = fileOf(heads.png)
    const asked: number[] = []
    const watched = Object.assign(file, {
      slice: (start: number, end: number) => {
        asked.push(end - start)
        return Blob.prototype.slice.call(file, start, end)
      },
    })
    await sniffMismatch(watched, { name: 'image.png' })
    expect(asked).toEqual([16])
  })

  it('an empty file contradicts nothing', async () => {
    expect(await sniffMismatch(new Blob([]), { name: 'image.png' })).toBeUndefined()
  })
})
