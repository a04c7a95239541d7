import { describe, expect, it } from 'vitest'
import { resolveContentType } from '../../src/engine/contentType.ts'
import { sniffMismatch } from '../../src/engine/sniffType.ts'
import { createFixtureFile, fixtureKinds } from '../../src/testing/index.ts'

const textOf = async (kind: Parameters<typeof createFixtureFile>[0]) =>
  Buffer.from(await createFixtureFile(kind).arrayBuffer()).toString('latin1')

describe('createFixtureFile', () => {
  it.each(fixtureKinds)('R78 makes a %s whose bytes, type and name agree', async (kind) => {
    const file = createFixtureFile(kind)
    expect(await sniffMismatch(file, file)).toBeUndefined()
    expect(resolveContentType(file.name, '')).toBe(file.type)
    expect(file.size).toBeLessThan(2000)
  })

  it('makes a picture that claims to be a PDF', async () => {
    const file = createFixtureFile('png', 'report.pdf')
    expect(await sniffMismatch(file, file)).toBe('PNG')
  })

  it('makes a PDF whose table names the offset of every object', async () => {
    const text = await textOf('pdf')
    const [, tableAt] = /startxref\n(\d+)\n%%EOF\n$/.exec(text) ?? []
    expect(text.slice(Number(tableAt), Number(tableAt) + 4)).toBe('xref')
    const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))
    expect(offsets.map((at, index) => text.startsWith(`${index + 1} 0 obj`, at))).toEqual([true, true, true])
  })

  it.each([
    ['zip', ['readme.txt']],
    ['docx', ['[Content_Types].xml', '_rels/.rels', 'word/document.xml']],
  ] as const)('makes a %s with a directory of its files', async (kind, names) => {
    const bytes = Buffer.from(await createFixtureFile(kind).arrayBuffer())
    const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
    let at = bytes.readUInt32LE(end + 16)
    const found: string[] = []
    while (bytes.readUInt32LE(at) === 0x02_01_4b_50) {
      const length = bytes.readUInt16LE(at + 28)
      found.push(bytes.toString('latin1', at + 46, at + 46 + length))
      at += 46 + length
    }
    expect([at, found]).toEqual([end, names])
  })

  it('makes an MP4 and a HEIC of whole boxes, with the brands that name them', async () => {
    for (const [kind, brand, boxes] of [
      ['mp4', 'isom', ['ftyp', 'moov', 'moof', 'mdat', 'mfra']],
      ['heic', 'heic', ['ftyp', 'meta']],
    ] as const) {
      const bytes = Buffer.from(await createFixtureFile(kind).arrayBuffer())
      const found: string[] = []
      for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at))
        found.push(bytes.toString('latin1', at + 4, at + 8))
      expect([found, bytes.toString('latin1', 8, 12)]).toEqual([boxes, brand])
    }
  })
})
