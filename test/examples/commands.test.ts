import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isNetworkFault, npm, startNpm } from './commands.ts'

let cwd = ''
const scripts = {
  says: 'echo said',
  fails: 'echo reason >&2; exit 3',
  hangs: 'echo begun; sleep 600',
  looks: 'node -p process.version; command -v oxlint || echo none',
}

beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'attachkit-commands-'))
  await writeFile(path.join(cwd, 'package.json'), JSON.stringify({ name: 'told', private: true, scripts }))
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

const limitMs = 60_000

describe('npm, run for an example', () => {
  it('gives what it printed', async () => {
    expect(await npm(['run', '--silent', 'says'], { cwd, limitMs })).toBe('said\n')
  })

  it('tells which command failed, where, and its last words', async () => {
    const failed = npm(['run', '--silent', 'fails'], { cwd, limitMs })
    await expect(failed).rejects.toThrow(/npm run --silent fails failed \(3\) in attachkit-commands-.*reason/s)
  })

  it('is ended when its time is up', async () => {
    await expect(npm(['run', '--silent', 'hangs'], { cwd, limitMs: 1000 })).rejects.toThrow('took longer than 1 s')
  })

  it('ends with all that it started', async () => {
    const command = startNpm(['run', '--silent', 'hangs'], cwd)
    while (command.printed() === '') await new Promise((resolve) => setTimeout(resolve, 20))
    command.end()
    // Told once nobody holds its output any more.
    expect(await command.ended).toBeNull()
  })

  it('has the Node of this run, and no other program of the kit', async () => {
    const seen = await npm(['run', '--silent', 'looks'], { cwd, limitMs })
    expect(seen.trim().split('\n')).toEqual([process.version, 'none'])
  })
})

describe('isNetworkFault', () => {
  it.each(['ECONNRESET', 'ETIMEDOUT', 'EAI_AGAIN', 'ENOTFOUND', 'E503', 'ERR_SOCKET_TIMEOUT'])('is %s', (code) => {
    expect(isNetworkFault(`Its last words:\nnpm error code ${code}\nnpm error errno ${code}`)).toBe(true)
  })

  it.each(['ERESOLVE', 'ETARGET', 'E404', 'E401', 'EINTEGRITY', 'ENOSPC'])('is not %s', (code) => {
    expect(isNetworkFault(`npm error code ${code}\nnpm error the registry was asked for`)).toBe(false)
  })
})
