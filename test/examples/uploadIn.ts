import type { Browser, Page } from 'playwright'
import type { Command } from './commands.ts'
import type { Project } from './projects.ts'

const minuteMs = 60_000

/** Where a project is served, and by whom. */
export interface Served {
  url: string
  server: Command
}

/** Uploads a file in a page of its own, and does with it what the project is for. Rejects where the browser complains of anything. */
export async function uploadIn(browser: Browser, project: Project, served: Served): Promise<void> {
  const html = await untilServed(served)
  if (project.servedText && !html.includes(project.servedText)) throw new Error('the server has not rendered its page')
  const page = await browser.newPage()
  page.setDefaultTimeout(minuteMs)
  const complaints = complaintsOf(page)
  try {
    await page.goto(served.url)
    await page.locator('input[type=file]').setInputFiles({
      name: 'report.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('It prints nothing.'),
    })
    await page.locator('[data-part="item"][data-status="done"]').waitFor()
    await project.finish?.(page)
    if (complaints.length > 0) throw new Error('the browser complained')
  } catch (error) {
    throw new Error([error instanceof Error ? error.message : String(error), ...complaints].join('\n'), {
      cause: error,
    })
  } finally {
    await page.close()
  }
}

function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

async function untilServed({ url, server }: Served): Promise<string> {
  const ended = server.ended.then((code) => {
    throw new Error(`its server ended (${code}) before it served anything`)
  })
  const until = Date.now() + minuteMs
  while (Date.now() < until) {
    const answer = await Promise.race([
      fetch(url, { signal: AbortSignal.timeout(minuteMs) }).catch(() => undefined),
      ended,
    ])
    if (answer?.ok) return answer.text()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`${url} was not served within a minute`)
}
