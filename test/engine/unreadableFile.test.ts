import { describe, expect, it } from 'vitest'
import { noteReadable, unreadableFile } from '../../src/engine/unreadableFile.ts'

const codeOf = (file: Blob) => unreadableFile(file, 'transfer').code

describe('unreadableFile', () => {
  it.each([
    ['evidence', '', 'file-is-directory'],
    ['.git', '', 'file-is-directory'],
    ['report.pdf', 'application/pdf', 'file-changed'],
    ['trace.log', '', 'file-changed'],
    ['scan', 'image/png', 'file-changed'],
  ])('R74 takes %j of type %j for %s', (name, type, code) => {
    expect(codeOf(new File(['x'], name, { type }))).toBe(code)
  })

  it('R75 takes nothing for a folder that could be read before', () => {
    const file = new File(['x'], 'README')
    noteReadable(file)
    expect(codeOf(file)).toBe('file-changed')
  })

  it('takes no nameless bytes for a folder', () => {
    expect(codeOf(new Blob(['x']))).toBe('file-changed')
  })

  it('spends no retry on either', () => {
    expect(unreadableFile(new File([], 'folder'), 'transfer').retryable).toBe(false)
    expect(unreadableFile(new File([], 'a.txt'), 'transfer').retryable).toBe(false)
  })
})
