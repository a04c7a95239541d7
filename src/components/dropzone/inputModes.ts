/** What the one file input of a zone is opened for. */
export type InputMode = 'files' | 'folder' | 'camera'

/** Makes the input ready. `capture` is on it for the camera's button alone: elsewhere it would keep people from their files. */
export function prepareInput(input: HTMLInputElement, mode: InputMode, accept: readonly string[] | undefined): void {
  // The same file picked twice changes nothing in the input, unless it is emptied in between.
  input.value = ''
  input.toggleAttribute('webkitdirectory', mode === 'folder')
  setAttribute(input, 'capture', mode === 'camera' ? 'environment' : undefined)
  // A folder dialog knows no types: with them, some systems show every file greyed out.
  setAttribute(input, 'accept', mode === 'camera' ? 'image/*' : mode === 'folder' ? undefined : accept?.join(','))
}

function setAttribute(input: HTMLInputElement, name: string, value: string | undefined): void {
  if (value) input.setAttribute(name, value)
  else input.removeAttribute(name)
}
