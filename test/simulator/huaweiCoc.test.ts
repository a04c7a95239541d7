import { expect, it } from 'vitest'
import { createSimulator } from '../../src/simulator/createSimulator.ts'
import { ConnectionReset } from '../../src/simulator/connectionReset.ts'

it('a form that is cut half-way is a cut connection and no bad form', async () => {
  const simulator = createSimulator({ storeUrl: 'http://store.localhost' })
  simulator.switchboard.set({ faults: [{ fault: { type: 'reset', at: { received: 0.5 } } }] })
  const form = new FormData()
  form.append('file', new File(['evidence'], 'evidence.txt'))
  const request = new Request('http://desk.localhost/api/huawei-coc/v1/incident/attachments', {
    method: 'POST',
    body: form,
  })
  await expect(simulator.api['huawei-coc'](request)).rejects.toThrow(ConnectionReset)
})
