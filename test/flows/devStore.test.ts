import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { createFixtureFile, dropFilesOn, filePayloads, pasteFilesOn } from '../../src/testing/index.ts'
import { buildPackage } from './support/builtPackage.ts'
import { bundlePage, openBundledPage } from './support/bundlePage.ts'
import { launchBrowser } from './support/openPage.ts'

let built: Awaited<ReturnType<typeof buildPackage>>
let dataDir: string
let server: ChildProcess
let browser: Browser
let url = ''

/** Runs one of the package's programs, and gives what it wrote once `isReady` or it has ended. */
function run(program: keyof typeof packageJson.bin, args: readonly string[], isReady: (text: string) => boolean) {
  const child = spawn(process.execPath, [built.file(packageJson.bin[program]), ...args])
  const output = new Promise<string>((resolve) => {
    let text = ''
    const take = (chunk: Buffer) => {
      text += String(chunk)
      if (isReady(text)) resolve(text)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('close', () => resolve(text))
  })
  return { child, output }
}

beforeAll(async () => {
  built = await buildPackage('dev-store')
  dataDir = await mkdtemp(path.join(tmpdir(), 'attachkit-dev-store-'))
  const args = ['--port', '0', '--store-port', '0', '--data', dataDir]
  const { child, output } = run('attachkit-dev-store', args, (text) => text.includes('Data'))
  server = child
  url = /Switches {2}(http:\S+)\//.exec(await output)?.[1] ?? ''
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.kill()
  await built?.remove()
  await rm(dataDir, { recursive: true, force: true })
})

const switches = async () => (await fetch(`${url}/api/simulator/switches`)).json() as Promise<Record<string, unknown>>

describe('attachkit-dev-store, as it is published', () => {
  it('R78 is a backend that fits, by attachkit-check-backend, as it is published', async () => {
    const args = [`${url}/api/signed-endpoint`, '--origin', 'http://localhost:5173']
    const text = await run('attachkit-check-backend', args, () => false).output
    expect(text).not.toContain('BROKEN')
    expect(text.match(/^ok /gm)?.length).toBeGreaterThan(12)
  })

  it('attachkit-check-backend says what is broken, and ends badly', async () => {
    const { child, output } = run('attachkit-check-backend', [`${url}/api/nothing`], () => false)
    const ended = new Promise((resolve) => child.on('exit', resolve))
    expect(await output).toContain('BROKEN')
    expect(await ended).toBe(1)
  })

  it('is set by its page, and by HTTP', async () => {
    const page = await browser.newPage()
    await page.goto(url)
    await page.getByLabel('Delay of every answer (ms)').fill('20')
    await page.getByLabel('Life of a credential (s)').fill('90')
    await page.getByLabel('Refuses to replace an object').check()
    await page.getByLabel('and every one after it').check()
    await page.getByRole('button', { name: 'Refused by CORS rules' }).click()
    await page.getByText('1 scripted since the last reset.').waitFor()
    const fault = { match: { plane: 'store' }, fault: { type: 'cors-refused' }, times: null }
    expect(await switches()).toMatchObject({
      latencyMs: 20,
      credentialLifeMs: 90_000,
      forbidsOverwrite: true,
      faults: [fault],
    })
    await page.getByLabel('Requests that fail at random (%)').fill('200')
    await page.keyboard.press('Tab')
    await page.getByText('The switch "failureRate" does not take this value.').waitFor()
    await page.getByRole('button', { name: 'Reset all switches' }).click()
    await page.getByText('Nothing scripted.').waitFor()
    expect(await switches()).toMatchObject({
      latencyMs: 0,
      credentialLifeMs: null,
      forbidsOverwrite: false,
      faults: [],
    })
    await page.close()
  })

  it('lets pages of this machine call its APIs, and no others', async () => {
    const allowed = async (origin: string) => {
      const answer = await fetch(`${url}/api/signed-endpoint/sign`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      })
      return answer.headers.get('access-control-allow-origin')
    }
    expect(await allowed('http://localhost:5173')).toBe('http://localhost:5173')
    expect(await allowed('https://evil.example')).toBeNull()
    expect(await allowed('http://localhost.evil.example')).toBeNull()
  })

  it('says in words what it does not know', async () => {
    expect(await run('attachkit-dev-store', ['--prot', '1'], () => false).output).toContain("Unknown option '--prot'")
    const taken = ['--port', new URL(url).port, '--store-port', '0', '--data', `${dataDir}/other`]
    expect(await run('attachkit-dev-store', taken, () => false).output).toMatch(
      /^Port \d+ for the APIs is taken: .* --port\.\n$/,
    )
  })
})

describe('attachkit/testing in Playwright', () => {
  it('R78 drops, pastes and picks files in a page, and they are uploaded', async () => {
    await fetch(`${url}/api/simulator/switches`, { method: 'DELETE' })
    const page: Page = await browser.newPage()
    await openBundledPage(page, url, await bundlePage(new URL('./pages/ticketPage.tsx', import.meta.url)))
    const zone = page.getByRole('group', { name: 'Drop or paste files here' })
    await dropFilesOn(zone, createFixtureFile('pdf'))
    await pasteFilesOn(page.getByRole('textbox', { name: 'Message' }), createFixtureFile('png', 'chart.png'))
    await zone.locator('input[type=file]').setInputFiles(await filePayloads(createFixtureFile('docx')))
    for (const name of ['report.pdf', 'chart.png', 'letter.docx'])
      await page.getByRole('listitem', { name }).filter({ hasText: 'Attached' }).waitFor()
    const listed = await fetch(`${url}/api/signed-endpoint/list`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    const { attachments } = (await listed.json()) as { attachments: Array<{ name: string; size: number }> }
    expect(attachments).toContainEqual(
      expect.objectContaining({ name: 'report.pdf', size: createFixtureFile('pdf').size }),
    )
    await expect(dropFilesOn(page.getByRole('textbox'), createFixtureFile('pdf'))).rejects.toThrow('No one takes files')
    await page.close()
  })
})
