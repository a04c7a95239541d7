/** Has one file chosen in the browser's own dialog; undefined when it was closed without. */
export function chooseFile(name: string): Promise<File | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = /\.[^.]+$/.exec(name)?.[0] ?? ''
  input.hidden = true
  // Some browsers forget an input that is not in the document.
  document.body.append(input)
  return new Promise((resolve) => {
    const end = () => {
      input.remove()
      resolve(input.files?.[0])
    }
    input.addEventListener('change', end)
    input.addEventListener('cancel', end)
    input.click()
  })
}
