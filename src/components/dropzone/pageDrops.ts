/** A zone that wants to know of files dragged over the page. */
export interface PageDropWatcher {
  /** Files entered the page, or left it. */
  onNearby: (isNear: boolean) => void
  /** Files were dropped where nothing takes them. */
  onMissed: () => void
}

const watchers = new Set<PageDropWatcher>()

/**
 * While any zone watches, a file dropped beside all zones does not make the browser leave the page for it. Drags without
 * files, and places that take files by themselves, are left alone. Returns the function that stops watching.
 */
export function watchPageDrops(watcher: PageDropWatcher): () => void {
  if (watchers.size === 0) listen(window.addEventListener)
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0) listen(window.removeEventListener)
  }
}

/** The same functions are added and removed; on the window, so that every handler of the page has had its say before. */
function listen(change: typeof window.addEventListener): void {
  change.call(window, 'dragover', onDragOver as EventListener)
  change.call(window, 'dragleave', onDragLeave as EventListener)
  change.call(window, 'drop', onDrop as EventListener)
  change.call(window, 'dragend', onDragEnd)
}

function onDragOver(event: DragEvent): void {
  if (!carriesFiles(event)) return
  tellNearby(true)
  if (event.defaultPrevented || takesFiles(event.target)) return
  event.preventDefault()
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
}

/** No related target: the drag left the window, or was given up with Escape. */
function onDragLeave(event: DragEvent): void {
  if (event.relatedTarget === null) tellNearby(false)
}

function onDrop(event: DragEvent): void {
  tellNearby(false)
  if (!carriesFiles(event) || event.defaultPrevented || takesFiles(event.target)) return
  event.preventDefault()
  for (const watcher of watchers) watcher.onMissed()
}

function onDragEnd(): void {
  tellNearby(false)
}

function tellNearby(isNear: boolean): void {
  for (const watcher of watchers) watcher.onNearby(isNear)
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** A native file input takes a drop by itself. */
function takesFiles(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input[type="file"]:enabled') !== null
}
