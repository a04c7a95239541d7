import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright'
import type { SourceFile } from './files.ts'

/** Drops files from disk as the system's file manager would: the browser itself reads them. */
export async function dropFiles(page: Page, target: Locator, files: readonly SourceFile[]): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('The drop target is not on the page.')
  const client = await page.context().newCDPSession(page)
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const data = { items: [], files: files.map((file) => file.path), dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', { type, ...point, data })
  }
  await client.detach()
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
