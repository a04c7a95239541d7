import { expect, it } from 'vitest'
import { ConnectionReset } from '../../src/simulator/connectionReset.ts'
import { createSimulator } from '../../src/simulator/createSimulator.ts'

it.each([
  ['signed-endpoint', 'sign'],
  ['dingtalk-storage', 'v2.0/storage/spaces/files/root/uploadInfos/query'],
  ['alibaba-ticket', 'GetAttachmentUploadUrl'],
] as const)('a call of %s that is cut half-way is a cut connection and no bad request', async (vendor, path) => {
  const simulator = createSimulator({ storeUrl: 'http://store.localhost' })
  simulator.switchboard.set({ faults: [{ fault: { type: 'reset', at: { received: 0.5 } } }] })
  const request = new Request(`http://desk.localhost/api/${vendor}/${path}`, {
    method: 'POST',
    body: JSON.stringify({ name: 'evidence.txt', size: 8 }),
  })
  await expect(simulator.api[vendor](request)).rejects.toThrow(ConnectionReset)
})
