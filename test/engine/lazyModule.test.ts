import { afterEach, describe, expect, it, vi } from 'vitest'
import { lazyModule } from '../../src/engine/lazyModule.ts'
import { patient } from '../support/patient.ts'

describe('lazyModule', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('R77 loads nothing before it is asked for', async () => {
    const load = vi.fn<() => Promise<string>>(async () => 'code')
    const module = lazyModule(load)
    expect(load).not.toHaveBeenCalled()
    expect(module.loaded()).toBeUndefined()
    await expect(module.load('transfer')).resolves.toBe('code')
    expect(module.loaded()).toBe('code')
  })

  it('loads once for all who ask', async () => {
    const load = vi.fn<() => Promise<string>>(async () => 'code')
    const module = lazyModule(load)
    module.warm()
    await Promise.all([module.load('transfer'), module.load('commit')])
    await module.load('list')
    expect(load).toHaveBeenCalledTimes(1)
  })

  it('says which step lacks its code, and that trying again may help', async () => {
    const thrown = new TypeError('Failed to fetch dynamically imported module')
    const module = lazyModule(() => Promise.reject(thrown))
    await expect(module.load('credentials')).rejects.toMatchObject({
      code: 'network',
      stage: 'credentials',
      retryable: true,
      cause: thrown,
    })
  })

  it('tries again after a load that failed', async () => {
    const load = vi.fn<() => Promise<string>>(async () => 'code').mockRejectedValueOnce(new TypeError('no connection'))
    const module = lazyModule(load)
    module.warm()
    await vi.waitFor(() => expect(module.load('transfer')).resolves.toBe('code'), patient)
    expect(load).toHaveBeenCalledTimes(2)
  })

  it('begins no import while the browser is offline, since it would remember the failure', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    const load = vi.fn<() => Promise<string>>(async () => 'code')
    const module = lazyModule(load)
    module.warm()
    await expect(module.load('transfer')).rejects.toMatchObject({ code: 'offline', stage: 'transfer' })
    expect(load).not.toHaveBeenCalled()
    vi.stubGlobal('navigator', { onLine: true })
    await expect(module.load('transfer')).resolves.toBe('code')
  })

  it('has what was loaded while offline', async () => {
    const module = lazyModule(async () => 'code')
    await module.load('transfer')
    vi.stubGlobal('navigator', { onLine: false })
    await expect(module.load('transfer')).resolves.toBe('code')
  })
})
