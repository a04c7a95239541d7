import { createFileTransfer, createTransferEvent, viewOf } from './fileTransfer.ts'
import { likeAPerson, listOf, turnOfThePage } from './likeAPerson.ts'
import type { TestFiles } from './likeAPerson.ts'

/**
 * Drags files over an element and lets go of them there: enter, over, drop, as a browser does, so nothing is dropped where no one
 * asks for files. Works in jsdom, happy-dom and browsers, with React and without; no `act` is needed around it.
 *
 * @param target the zone, or anything in it
 * @throws Error when nothing there takes files
 * @example
 * await dropFiles(screen.getByRole('group', { name: 'Attachments' }), createFixtureFile('png'))
 */
export async function dropFiles(target: Element, files: TestFiles): Promise<void> {
  const view = viewOf(target)
  const data = createFileTransfer(listOf(files), view)
  const fire = (type: string) => {
    const event = createTransferEvent(view, type, 'dataTransfer', data)
    target.dispatchEvent(event)
    return event
  }
  await likeAPerson(async () => {
    fire('dragenter')
    const isDropped = fire('dragover').defaultPrevented && data.dropEffect !== 'none'
    await turnOfThePage()
    fire(isDropped ? 'drop' : 'dragleave')
    // A zone guards the page around it: what is dropped beside it arrives, and has the effect 'none'.
    if (!isDropped || data.dropEffect === 'none') throw new Error(nobodyTakes(target))
  })
}

function nobodyTakes({ tagName }: Element): string {
  return `No one takes files that are dropped on this <${tagName.toLowerCase()}>: nothing cancelled its "dragover", or the drop effect was "none". Give dropFiles the drop zone or an element in it, and see that it is not disabled.`
}
