import { expect, test, vi } from 'vitest'
import { openDatabase } from '../../src/dev-server/database.ts'

vi.mock('node:sqlite', () => {
  throw new Error('No such built-in module: node:sqlite')
})

test('says in one sentence that this Node brings no SQLite', async () => {
  await expect(openDatabase(':memory:', 0)).rejects.toMatchObject({
    name: 'StartError',
    message: `The development server needs SQLite, which Node ${process.versions.node} does not bring: start it with Node 24, as \`npm start\` does.`,
  })
})
