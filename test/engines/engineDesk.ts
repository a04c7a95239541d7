import { stat } from 'node:fs/promises'
import path from 'node:path'
import { vi } from 'vitest'
import { sha256OfFile, type SourceFile } from '../flows/support/files.ts'
import { patient } from '../support/patient.ts'
import type { EnginePage, Target } from './enginePage.ts'
import { recordProgress } from './recordProgress.ts'
import { waitFor } from './waitFor.ts'

const replyForm = 'form[aria-label="Reply"]'
const conversation = 'section[aria-label="Conversation"]'

/** The helpdesk page as whoever uses it sees it, in any browser: what `DeskPage` is to Playwright's. */
export class EngineDesk {
  readonly page: EnginePage
  /** Where files are dropped. */
  readonly dropzone: Target = { css: `${replyForm} [role=group]` }
  /** Where the reply is written, and files are pasted. */
  readonly text: Target = { css: `${replyForm} textarea` }

  constructor(page: EnginePage) {
    this.page = page
  }

  async open(url: string, { ticket = '4213', system = 'alibaba-ticket' } = {}): Promise<void> {
    await this.page.open(`${url}/?ticket=${ticket}&system=${system}`)
    await this.shows(this.text)
  }

  /** Opens the same page anew. */
  async reload(): Promise<void> {
    await this.page.open(await this.page.evaluate(() => location.href, undefined))
    await this.shows(this.text)
  }

  async pick(files: readonly SourceFile[]): Promise<void> {
    const input = { css: `${replyForm} input[type=file]` }
    await this.page.chooseFiles(
      input,
      files.map((file) => file.path),
    )
  }

  /** Waits for a row of the reply form. */
  showsRow(name: string, status: string): Promise<void> {
    return this.shows({ css: `${replyForm} li[data-status=${status}]`, name })
  }

  /** Waits for a row of the replies that were sent. */
  showsStored(name: string): Promise<void> {
    return this.shows({ css: `${conversation} li`, name })
  }

  async send(text: string): Promise<void> {
    await this.page.type(this.text, text)
    await this.page.click({ css: `${replyForm} button`, name: 'Send reply' })
    await this.shows({ css: `${replyForm} output`, name: 'The reply was sent.' })
  }

  /** Clicks the row's own button. */
  act(action: 'Cancel' | 'Retry' | 'Download', name: string): Promise<void> {
    return this.page.click({ css: 'button', name: `${action} ${name}` })
  }

  /** Clicks the row's download button and gives the hash of what the browser saved under the row's name. */
  async download({ name, size }: SourceFile): Promise<string> {
    await this.act('Download', name)
    const saved = path.join(this.page.downloadFolder, name)
    // A browser creates the file first, and writes it then.
    await vi.waitUntil(async () => (await sizeOf(saved)) === size, patient)
    return sha256OfFile(saved)
  }

  /** Writes down from now on what the file's progress bar shows. Gives the percentages seen so far. */
  async watchProgress(name: string): Promise<() => Promise<number[]>> {
    await this.page.evaluate(recordProgress, name)
    return () => this.page.evaluate(() => window.shownPercentages, undefined)
  }

  shows(target: Target): Promise<void> {
    const isThere = ({ css, name = '' }: Target) =>
      [...document.querySelectorAll(css)].some((element) =>
        (element.getAttribute('aria-label') ?? element.textContent).includes(name),
      )
    return waitFor(this.page, `${target.css} named "${target.name ?? ''}"`, isThere, target)
  }
}

function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ size }) => size,
    () => undefined,
  )
}
