import { afterEach, expect, it, vi } from 'vitest'
import { installPackages } from './installPackages.ts'

const need = { neededBy: 'The engine tests', product: 'Firefox' }

afterEach(() => vi.restoreAllMocks())

it('says what to install, and fails, where it may install nothing', async () => {
  vi.spyOn(process, 'getuid').mockReturnValue(1000)
  const packageOf = { sh: 'dash', 'no-such-browser': 'no-such-package' }
  await expect(installPackages({ ...need, packageOf })).rejects.toThrow(
    'The engine tests need Firefox, and cannot get it. Install it as root, then run them again:\n  apt-get install --no-install-recommends no-such-package',
  )
})

it('installs nothing where all is there', async () => {
  vi.spyOn(process, 'getuid').mockReturnValue(1000)
  await expect(installPackages({ ...need, packageOf: { sh: 'dash' } })).resolves.toBeUndefined()
})
