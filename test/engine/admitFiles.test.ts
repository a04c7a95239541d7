import { describe, expect, it } from 'vitest'
import { admitFiles } from '../../src/engine/admitFiles.ts'
import { resolveContentType } from '../../src/engine/contentType.ts'
import { matchesAccept } from '../../src/engine/matchesAccept.ts'
import { mergeRules } from '../../src/engine/mergeRules.ts'
import type { FileRules } from '../../src/engine/rules.ts'
import reported from '../vectors/reported-types.json' with { type: 'json' }
import { fileOf } from '../support/items.ts'

const admit = (files: File[], rules: FileRules) =>
  admitFiles(files, { rules, occupied: { files: 0, bytes: 0 }, overflow: 'accept-first-n' })

describe('accept rules', () => {
  it.each(reported)('R32 $extension reported as "$type" on $system fits its extension', ({ extension, type }) => {
    const name = `file${extension}`
    const contentType = resolveContentType(name, type)
    expect(matchesAccept({ name, contentType }, [extension])).toBe(true)
  })

  it.each(reported.filter(({ mime }) => mime))('R32 $extension reported as "$type" fits $mime', (row) => {
    const name = `file${row.extension}`
    const contentType = resolveContentType(name, row.type)
    expect(matchesAccept({ name, contentType }, [row.mime])).toBe(true)
  })

  it.each(reported)('R14 $extension reported as "$type" has one content type', ({ extension, type }) => {
    const contentType = resolveContentType(`file${extension}`, type)
    expect(contentType).not.toBe('')
    expect(resolveContentType(`file${extension}`, contentType)).toBe(contentType)
  })

  it('R14 no type is made up where an extension does not tell one: a .key may be a presentation or a PEM key', () => {
    expect(resolveContentType('server.key', '')).toBe('application/octet-stream')
    expect(resolveContentType('talk.key', 'application/vnd.apple.keynote')).toBe('application/vnd.apple.keynote')
    expect(resolveContentType('server.log', '')).toBe('text/plain')
    expect(matchesAccept({ name: 'server.key', contentType: 'application/octet-stream' }, ['.key'])).toBe(true)
  })

  it('R32 a file of another kind does not fit', () => {
    expect(matchesAccept({ name: 'setup.exe', contentType: 'application/octet-stream' }, ['.pdf', 'image/*'])).toBe(
      false,
    )
    expect(matchesAccept({ name: 'page.svg', contentType: 'image/svg+xml' }, ['.png'])).toBe(false)
  })

  it('R32 a text file is not a CSV because their types may be equal', () => {
    expect(matchesAccept({ name: 'notes.txt', contentType: 'text/plain' }, ['.csv'])).toBe(false)
  })

  it('R32 a file without an extension is judged by its type', () => {
    expect(matchesAccept({ name: 'scan', contentType: 'application/pdf' }, ['.pdf'])).toBe(true)
  })
})

describe('admitFiles', () => {
  it('R74 rejects what the browser says is a folder, for that alone', () => {
    const folder = fileOf(4096, 'evidence', '')
    const isDirectory = (file: File) => file === folder
    const room = { rules: { accept: ['.pdf'] }, occupied: { files: 0, bytes: 0 }, overflow: 'accept-first-n' } as const
    const items = admitFiles([folder, fileOf(1)], { ...room, isDirectory })
    expect(items).toMatchObject([
      { status: 'rejected', reasons: [{ code: 'file-is-directory' }] },
      { status: 'queued' },
    ])
  })

  it('names every reason of a file', () => {
    const [item] = admit([fileOf(20, 'a*b.exe', '')], {
      accept: ['.pdf'],
      maxFileSize: 10,
      checkName: (name) => (name.includes('*') ? 'no asterisk' : undefined),
    })
    expect(item).toMatchObject({
      status: 'rejected',
      reasons: [
        { code: 'file-invalid-type' },
        { code: 'file-invalid-name', detail: 'no asterisk' },
        { code: 'file-too-large', limit: 10 },
      ],
    })
  })

  it('R74 an empty file is rejected unless allowed', () => {
    expect(admit([fileOf(0)], {})).toMatchObject([{ status: 'rejected', reasons: [{ code: 'file-empty' }] }])
    expect(admit([fileOf(0)], { allowEmpty: true })).toMatchObject([{ status: 'queued' }])
  })

  it('R48 names are NFC for the backend and the file keeps its own', () => {
    const [item] = admit([fileOf(1, 'Mu\u0308ller.pdf')], {})
    expect(item?.meta.name).toBe('Müller.pdf')
    expect(item?.file.name).toBe('Mu\u0308ller.pdf')
  })

  it('the first files that fit are taken', () => {
    const items = admit([fileOf(60), fileOf(60), fileOf(40)], { maxTotalSize: 100 })
    expect(items.map(({ status }) => status)).toEqual(['queued', 'rejected', 'queued'])
  })
})

describe('mergeRules', () => {
  it('takes the stricter of each limit', () => {
    const vendor: FileRules = { maxFileSize: 10, accept: ['.jpg', '.png', '.pdf'] }
    expect(mergeRules(vendor, { maxFileSize: 50, maxFiles: 3, accept: ['image/*', '.txt'] })).toMatchObject({
      maxFileSize: 10,
      maxFiles: 3,
      accept: ['.jpg', '.png'],
    })
  })

  it('asks both for the name', () => {
    const rules = mergeRules({ checkName: (name) => (name === 'a' ? 'vendor' : undefined) }, { checkName: () => 'own' })
    expect([rules.checkName?.('a'), rules.checkName?.('b')]).toEqual(['vendor', 'own'])
  })
})
