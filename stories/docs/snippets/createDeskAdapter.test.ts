import { adapterContract } from 'attachkit/testing'
import { expect, it } from 'vitest'
import { createDeskAdapter } from './createDeskAdapter.ts'
import { createFakeDesk } from './createFakeDesk.ts'

const checks = adapterContract({
  create: (fetch) => createDeskAdapter('https://desk.example.test', fetch),
  fetch: createFakeDesk(), // yours: a fake, MSW, or the backend itself on a port of this machine
})

it.each(checks)('the adapter of the desk $name', ({ run }) => expect(run()).resolves.toBeUndefined())
