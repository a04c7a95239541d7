import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright'
import type { SourceFile } from './files.ts'

/** Drops files from disk as the system's file manager would: the browser itself reads them. */
export async function dropFiles(page: Page, target: Locator, files: readonly SourceFile[]): Promise<void> {
  await dropFromOutside(page, target, { items: [], files: files.map((file) => file.path) })
}

/** What another program lets go of over the page: texts and addresses, or paths of files. */
export interface Dragged {
  items: Array<{ mimeType: string; data: string }>
  files: string[]
}

/** A drag of the browser's own, which alone decides whether the page hears of a drop. */
export async function dropFromOutside(page: Page, target: Locator, dragged: Dragged): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const client = await page.context().newCDPSession(page)
  const point = await middleOf(target)
  const data = { ...dragged, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', { type, ...point, data })
  }
  await client.detach()
}

/** Drags what is selected, or a link, within the page. */
export async function dragWithMouse(page: Page, source: Locator, target: Locator): Promise<void> {
  const [from, to] = [await middleOf(source), await middleOf(target)]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  // A drag begins with the first pixels, and what is under it hears of it with the next ones.
  await page.mouse.move(from.x + 8, from.y)
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page.mouse.up()
}

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox()
  if (!box) throw new Error('The element is not on the page.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Pastes a file into the focused element, as a copied file or a screenshot arrives. */
export async function pasteFile(target: Locator, file: SourceFile, type: string): Promise<void> {
  const base64 = (await readFile(file.path)).toString('base64')
  await target.focus()
  await target.evaluate(
    async (element, { base64, name, type }) => {
      const bytes = await (await fetch(`data:application/octet-stream;base64,${base64}`)).arrayBuffer()
      const data = new DataTransfer()
      data.items.add(new File([bytes], name, { type }))
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    { base64, name: file.name, type },
  )
}
