/** A drag, as the browser tells of it before the drop: a type for each file, no name and no size. */
function dragEvent(type: string, fileTypes: readonly string[]): DragEvent {
  const data = new DataTransfer()
  for (const fileType of fileTypes) data.items.add(new File(['x'], 'dragged', { type: fileType }))
  return new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true })
}

/** Holds files over a zone, until it shows that. */
export async function dragOver(zone: Element, fileTypes: readonly string[] = ['application/pdf']): Promise<void> {
  zone.dispatchEvent(dragEvent('dragenter', fileTypes))
  zone.dispatchEvent(dragEvent('dragover', fileTypes))
  while (!zone.hasAttribute('data-dragging')) await new Promise(requestAnimationFrame)
}

/** Holds a file over the page, beside every zone. */
export function dragOverPage(): void {
  document.body.dispatchEvent(dragEvent('dragover', ['application/pdf']))
}

/** Drops a folder whose reader answers once and then never again. */
export function dropEndlessFolder(element: Element): void {
  const file = { isFile: true, isDirectory: false, name: 'a.txt', fullPath: '/case/a.txt' }
  const entries = Array.from({ length: 230 }, () => ({
    ...file,
    file: (resolve: (found: File) => void) => resolve(new File(['x'], 'a.txt')),
  }))
  let isFirst = true
  const reader = {
    readEntries(resolve: (found: object[]) => void) {
      if (isFirst) resolve(entries)
      isFirst = false
    },
  }
  const folder = { isDirectory: true, isFile: false, name: 'case', fullPath: '/case', createReader: () => reader }
  const item = { kind: 'file', type: '', getAsFile: () => new File([], 'case'), webkitGetAsEntry: () => folder }
  const event = new Event('drop', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], items: [item], files: [] } })
  element.dispatchEvent(event)
}
