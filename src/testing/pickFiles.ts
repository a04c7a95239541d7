import { createFileTransfer, fileListOf, viewOf } from './fileTransfer.ts'
import { likeAPerson, listOf } from './likeAPerson.ts'
import type { TestFiles } from './likeAPerson.ts'

/**
 * Chooses files in the dialog of a file input. Like the dialog it takes no more than the input allows, and unlike it, it says so.
 *
 * @param target the input, its label, a drop zone, or anything in a zone, e.g. its button
 * @throws Error when there is no input, when it is disabled, or when it takes one file and there are several
 * @example
 * await pickFiles(screen.getByRole('button', { name: 'Choose files' }), [createFixtureFile('pdf'), createFixtureFile('png')])
 */
export async function pickFiles(target: Element, files: TestFiles): Promise<void> {
  const input = inputOf(target)
  const list = listOf(files)
  refuse(input, list)
  await likeAPerson(() => {
    setFiles(input, list)
    const { Event } = viewOf(input)
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

const ofFiles = 'input[type=file]'

function inputOf(target: Element): HTMLInputElement {
  if (target.matches(ofFiles)) return target as HTMLInputElement
  const zone = target.closest('[data-scope="dropzone"][data-part="root"]')
  const id = target.getAttribute('for')
  const labelled = id === null ? null : target.ownerDocument.getElementById(id)
  const input = target.querySelector(ofFiles) ?? zone?.querySelector(ofFiles) ?? labelled
  if (input?.matches(ofFiles)) return input as HTMLInputElement
  throw new Error(
    `There is no file input in or around this <${target.tagName.toLowerCase()}>: give pickFiles the input, its label or the drop zone.`,
  )
}

function refuse(input: HTMLInputElement, files: readonly File[]): void {
  if (input.disabled) throw new Error('This file input is disabled: a browser opens no dialog for it.')
  if (files.length > 1 && !input.multiple)
    throw new Error(`This file input takes one file, not ${files.length}: it is not \`multiple\`.`)
}

function setFiles(input: HTMLInputElement, files: readonly File[]): void {
  try {
    input.files = createFileTransfer(files, viewOf(input)).files
    if (input.files?.length === files.length) return
  } catch {
    // jsdom takes nothing but lists that nobody can make.
  }
  pretendFiles(input, fileListOf(files))
}

/** Until the page empties the input: `value = ''` empties the list, as in a browser. */
function pretendFiles(input: HTMLInputElement, files: FileList): void {
  const own = Object.getOwnPropertyDescriptor(input, 'value')
  const restore = () => {
    Reflect.deleteProperty(input, 'files')
    Reflect.deleteProperty(input, 'value')
    if (own) Object.defineProperty(input, 'value', own)
  }
  Object.defineProperty(input, 'files', { configurable: true, get: () => files })
  Object.defineProperty(input, 'value', {
    configurable: true,
    get: () => `C:\\fakepath\\${files[0]?.name ?? ''}`,
    set: (value: string) => {
      if (value === '') restore()
    },
  })
}
