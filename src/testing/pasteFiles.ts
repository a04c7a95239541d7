import { createFileTransfer, createTransferEvent, viewOf } from './fileTransfer.ts'
import { likeAPerson, listOf } from './likeAPerson.ts'
import type { TestFiles } from './likeAPerson.ts'

/**
 * Pastes files where the focus would be: on a field of the form, the zone, or the page's body. A picture called `image.png` gets a
 * name of its own from the kit, as a screenshot does.
 *
 * @example
 * await pasteFiles(screen.getByRole('textbox', { name: 'Message' }), createFixtureFile('png', 'image.png'))
 */
export async function pasteFiles(target: Element, files: TestFiles): Promise<void> {
  const view = viewOf(target)
  const data = createFileTransfer(listOf(files), view)
  await likeAPerson(() => {
    target.dispatchEvent(createTransferEvent(view, 'paste', 'clipboardData', data))
  })
}
