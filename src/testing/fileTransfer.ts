/**
 * What a drag or the clipboard brings: a real `DataTransfer` where the environment has a working one, else a stand-in with the
 * members that pages read (jsdom has none).
 */
export function createFileTransfer(files: readonly File[], view: Window & typeof globalThis): DataTransfer {
  return realTransfer(files, view) ?? standIn(files)
}

/** An event with that data, of the real class where there is one. It crosses shadow roots, as the browser's own does. */
export function createTransferEvent(
  view: Window & typeof globalThis,
  type: string,
  member: 'dataTransfer' | 'clipboardData',
  data: DataTransfer,
): Event {
  const init = { bubbles: true, cancelable: true, composed: true }
  const isReal = typeof view.DataTransfer === 'function' && data instanceof view.DataTransfer
  const Constructor = (member === 'dataTransfer' ? view.DragEvent : view.ClipboardEvent) ?? view.Event
  const event = new Constructor(type, isReal ? { ...init, [member]: data } : init)
  if (!(member in event) || Reflect.get(event, member) !== data) Object.defineProperty(event, member, { value: data })
  return event
}

/** The window an element lives in, which may be a frame's. */
export function viewOf(target: Node): Window & typeof globalThis {
  return target.ownerDocument?.defaultView ?? window
}

/** A list as `input.files` is one. */
export function fileListOf(files: readonly File[]): FileList {
  return Object.assign([...files], { item: (index: number) => files[index] ?? null })
}

function realTransfer(files: readonly File[], view: Window & typeof globalThis): DataTransfer | undefined {
  if (typeof view.DataTransfer !== 'function') return undefined
  const data = new view.DataTransfer()
  for (const file of files) data.items.add(file)
  // Chromium's own stays 'none' outside a real drag, whatever a page sets.
  Object.defineProperty(data, 'dropEffect', { value: 'copy', writable: true })
  return data.files.length === files.length && data.types.includes('Files') ? data : undefined
}

function standIn(files: readonly File[]): DataTransfer {
  return {
    dropEffect: 'copy',
    effectAllowed: 'all',
    types: ['Files'],
    files: fileListOf(files),
    items: Object.assign(files.map(itemOf), { add: () => null, remove: nothing, clear: nothing }),
    getData: () => '',
    setData: nothing,
    clearData: nothing,
    setDragImage: nothing,
  }
}

function itemOf(file: File): DataTransferItem {
  return {
    kind: 'file',
    type: file.type,
    getAsFile: () => file,
    getAsString: nothing,
    webkitGetAsEntry: () => null,
  }
}

const nothing = () => {}
