import { describe, expect, it } from 'vitest'
import { readFields } from '../../src/adapters/readFields.ts'
import type { Fields } from '../../src/adapters/readFields.ts'
import { UploadError } from '../../src/engine/errors.ts'

function refusalOf(answer: unknown, read: (fields: Fields) => unknown): UploadError {
  try {
    read(readFields(answer, 'credentials'))
  } catch (error) {
    if (error instanceof UploadError) return error
  }
  throw new Error('expected a refusal')
}

describe('readFields', () => {
  it.each<[string, unknown, (fields: Fields) => unknown, string]>([
    ['missing', {}, (f) => f.string('Key'), 'Key is missing'],
    ['null', { Key: null }, (f) => f.string('Key'), 'Key is missing'],
    ['empty', { Key: '' }, (f) => f.string('Key'), 'Key is empty'],
    ['mistyped', { Key: 5 }, (f) => f.string('Key'), 'Key is not a text'],
    ['mistyped though optional', { Key: 5 }, (f) => f.optionalString('Key'), 'Key is not a text'],
    ['nested', { Data: {} }, (f) => f.object('Data').string('Url'), 'Data.Url is missing'],
    [
      'in a list',
      { rows: [{ id: 'a' }, {}] },
      (f) => f.objects('rows').map((r) => r.string('id')),
      'rows[1].id is missing',
    ],
    ['not finite', { n: 'x' }, (f) => f.number('n'), 'n is not a number'],
    ['not a map of texts', { h: { a: 1 } }, (f) => f.optionalStrings('h'), 'h is not a map of texts'],
    [
      'either spelling',
      {},
      (f) => f.firstString('PutSignedUrl', 'PutObjectUrl'),
      'PutSignedUrl or PutObjectUrl is missing',
    ],
  ])('names a field that is %s', (_case, answer, read, words) => {
    expect(refusalOf(answer, read)).toMatchObject({
      code: 'answer-unreadable',
      hint: `The backend's answer does not fit: ${words}.`,
    })
  })

  it.each([undefined, null, 'text', 4, []])('refuses %j as an answer', (answer) => {
    expect(refusalOf(answer, () => undefined).hint).toContain('The answer is not an object')
  })

  it('reads no property that the answer inherits', () => {
    expect(readFields({}, 'credentials').has('toString')).toBe(false)
  })
})
