import { expect, it } from 'vitest'
import { createId } from '../../src/engine/createId.ts'

it('gives 128 random bits in hex, never the same twice', () => {
  const ids = Array.from({ length: 2000 }, () => createId())
  expect(new Set(ids).size).toBe(2000)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
})
