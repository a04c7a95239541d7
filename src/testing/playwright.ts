import { listOf } from './likeAPerson.ts'
import type { TestFiles } from './likeAPerson.ts'

/** The part of Playwright's `Locator` and `ElementHandle` that is needed. */
export interface PageElement {
  evaluate: (action: (element: Element, argument: PageAction) => void, argument: PageAction) => Promise<void>
}

interface PageAction {
  kind: 'drop' | 'paste'
  files: Array<{ name: string; type: string; lastModified: number; base64: string }>
}

/**
 * `dropFiles` from a test that runs outside the page: Playwright and Puppeteer.
 *
 * @throws Error when nothing there takes files
 * @example
 * await dropFilesOn(page.getByRole('group', { name: 'Drop or paste files here' }), createFixtureFile('png'))
 */
export async function dropFilesOn(element: PageElement, files: TestFiles): Promise<void> {
  await element.evaluate(actInPage, { kind: 'drop', files: await sendable(files) })
}

/** `pasteFiles` from a test that runs outside the page. */
export async function pasteFilesOn(element: PageElement, files: TestFiles): Promise<void> {
  await element.evaluate(actInPage, { kind: 'paste', files: await sendable(files) })
}

/** Files as Playwright's own `setInputFiles` takes them: `locator.setInputFiles(await filePayloads(files))`. */
export async function filePayloads(
  files: TestFiles,
): Promise<Array<{ name: string; mimeType: string; buffer: Buffer }>> {
  return Promise.all(
    listOf(files).map(async (file) => ({
      name: file.name,
      mimeType: file.type,
      buffer: Buffer.from(await file.arrayBuffer()),
    })),
  )
}

function sendable(files: TestFiles): Promise<PageAction['files']> {
  return Promise.all(
    listOf(files).map(async (file) => {
      const { name, type, lastModified } = file
      return { name, type, lastModified, base64: Buffer.from(await file.arrayBuffer()).toString('base64') }
    }),
  )
}

/** Goes to the page as text: it may use nothing of this module. */
function actInPage(element: Element, { kind, files }: PageAction): void {
  const data = new DataTransfer()
  for (const { name, type, lastModified, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    data.items.add(new File([bytes], name, { type, lastModified }))
  }
  const init = { bubbles: true, cancelable: true, composed: true }
  const drag = (step: string) => {
    const event = new DragEvent(step, { ...init, dataTransfer: data })
    element.dispatchEvent(event)
    return event.defaultPrevented
  }
  if (kind === 'paste') {
    const event = new ClipboardEvent('paste', { ...init, clipboardData: data })
    // Firefox puts an empty one of its own in its place.
    if (event.clipboardData !== data) Object.defineProperty(event, 'clipboardData', { value: data })
    element.dispatchEvent(event)
    return
  }
  drag('dragenter')
  Object.defineProperty(data, 'dropEffect', { value: 'copy', writable: true })
  const isDropped = drag('dragover') && data.dropEffect !== 'none'
  drag(isDropped ? 'drop' : 'dragleave')
  if (isDropped && data.dropEffect !== 'none') return
  throw new Error(`No one takes files that are dropped on this <${element.tagName.toLowerCase()}>.`)
}
