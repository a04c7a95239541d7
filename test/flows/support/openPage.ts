import { chromium } from 'playwright'
import type { Browser, Locator, Page } from 'playwright'
import { chromiumLaunch } from '../../support/chromium.mjs'
import { sha256OfFile } from './files.ts'
import type { SourceFile } from './files.ts'

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await chromiumLaunch())
}

/** The helpdesk page as whoever uses it sees it. */
export class DeskPage {
  readonly page: Page
  readonly form: Locator
  /** Everything the browser's console complained about. */
  readonly complaints: string[] = []

  constructor(page: Page) {
    this.page = page
    this.form = page.getByRole('form', { name: 'Reply' })
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(String(error)))
  }

  async open(url: string, { ticket = '4213', system = 'alibaba-ticket' } = {}): Promise<void> {
    await this.page.goto(`${url}/?ticket=${ticket}&system=${system}`)
    await this.form.waitFor()
  }

  async pick(files: readonly SourceFile[]): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(files.map((file) => file.path))
  }

  /** Rows of the reply form. */
  row(name: string, status?: string): Locator {
    const rows = status === undefined ? this.form.getByRole('listitem') : this.form.locator(`li[data-status=${status}]`)
    return rows.filter({ hasText: name })
  }

  rows(status: string): Locator {
    return this.form.locator(`li[data-status=${status}]`)
  }

  /** The rows of replies that were sent. */
  storedRows(): Locator {
    return this.page.getByRole('region', { name: 'Conversation' }).getByRole('listitem')
  }

  async send(text: string): Promise<void> {
    await this.form.getByRole('textbox', { name: 'Your reply' }).fill(text)
    await this.form.getByRole('button', { name: 'Send reply' }).click()
    await this.form.getByText('The reply was sent.').waitFor()
  }

  /** Clicks the row's download button and gives the saved name and hash. */
  async download(name: string): Promise<{ name: string; sha256: string }> {
    const saved = this.page.waitForEvent('download')
    await this.page.getByRole('button', { name: `Download ${name}` }).click()
    const download = await saved
    return { name: download.suggestedFilename(), sha256: await sha256OfFile(await download.path()) }
  }
}
