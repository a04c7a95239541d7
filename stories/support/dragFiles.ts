/** A drag of one file, as the browser tells of it before the drop: a type, no name and no size. */
function dragEvent(type: string): DragEvent {
  const data = new DataTransfer()
  data.items.add(new File(['x'], 'dragged.pdf', { type: 'application/pdf' }))
  return new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true })
}

/** Holds a file over an element. */
export function dragOver(element: Element): void {
  element.dispatchEvent(dragEvent('dragenter'))
  element.dispatchEvent(dragEvent('dragover'))
}

/** Holds a file over the page, beside every zone. */
export function dragOverPage(): void {
  document.body.dispatchEvent(dragEvent('dragover'))
}
