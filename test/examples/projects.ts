import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { npm } from './commands.ts'

/** A project into which the packed kit is installed. */
export interface Project {
  name: string
  /** Writes the project's files into an empty folder. */
  create: (folder: string, root: string) => Promise<void>
  /** Arguments of `npm run` that serve what was built. */
  serve: (port: number) => readonly string[]
  /** What a person does with it once a file is attached. */
  finish?: (page: Page) => Promise<void>
  /** A text that the server itself must have rendered. */
  servedText?: string
}

const previewed = (port: number) => ['preview', '--', '--port', String(port), '--strictPort', '--host', '127.0.0.1']
const started = (port: number) => ['start', '--', '--port', String(port), '--hostname', '127.0.0.1']

export const projects: readonly Project[] = [
  { name: 'fresh-vite', create: createFreshVite, serve: previewed },
  { name: 'fresh-next', create: createFreshNext, serve: started, servedText: 'Choose files' },
  { name: 'vite', create: copyExample, serve: previewed, finish: download },
  { name: 'next', create: copyExample, serve: started, servedText: 'Choose files', finish: download },
  { name: 'react-hook-form', create: copyExample, serve: previewed, finish: sendHookForm },
  { name: 'plain-form', create: copyExample, serve: previewed, finish: sendPlainForm },
]

/** As Vite's own React template makes it, with the README's first snippet as its page. */
async function createFreshVite(folder: string, root: string): Promise<void> {
  const template = ['--template', 'react-ts', '--no-interactive']
  const makeVite = ['exec', '--yes', '--', 'create-vite@9.3.0', path.basename(folder), ...template]
  await npm(makeVite, { cwd: path.dirname(folder), limitMs: 180_000 })
  await writeFile(path.join(folder, 'src/App.tsx'), await firstSnippet(root))
}

/** The example's setup, with the README's first snippet as its page. */
async function createFreshNext(folder: string, root: string): Promise<void> {
  await cp(path.join(root, 'examples/next'), folder, { recursive: true })
  await writeFile(path.join(folder, 'app/page.tsx'), await firstSnippet(root))
}

async function copyExample(folder: string, root: string): Promise<void> {
  await cp(path.join(root, 'examples', path.basename(folder)), folder, { recursive: true })
}

async function firstSnippet(root: string): Promise<string> {
  const [, snippet] = /```tsx\n(.*?)```/s.exec(await readFile(path.join(root, 'README.md'), 'utf8')) ?? []
  if (!snippet) throw new Error('examples: the README has no snippet')
  return snippet
}

async function download(page: Page): Promise<void> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download / }).click(),
  ])
  if (saved.suggestedFilename() !== 'report.txt') throw new Error(`saved as ${saved.suggestedFilename()}`)
}

async function sendHookForm(page: Page): Promise<void> {
  await page.getByLabel('Subject').fill('Broken printer')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Sent with report.txt.').waitFor()
}

/** The form's own page is left for the answer of a backend that is not there. */
async function sendPlainForm(page: Page): Promise<void> {
  await page.route('**/tickets', (route) => route.fulfill({ contentType: 'text/plain', body: 'Thank you.' }))
  await page.getByLabel('Subject').fill('Broken printer')
  const [request] = await Promise.all([
    page.waitForRequest((sent) => sent.method() === 'POST' && sent.url().endsWith('/tickets')),
    page.getByRole('button', { name: 'Send' }).click(),
  ])
  await page.getByText('Thank you.').waitFor()
  const handles = new URLSearchParams(request.postData() ?? '').getAll('attachments')
  if (handles.length !== 1 || handles[0] === '') throw new Error(`sent ${request.postData()}`)
}
