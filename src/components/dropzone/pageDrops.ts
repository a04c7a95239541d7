import { ancestorsOf, deepTarget } from '../part/ancestorsOf.ts'
import type { DraggedTypes } from './dropVerdict.ts'
import { draggedTypes } from './dropVerdict.ts'

/** A zone that wants to know of files dragged over the page. */
export interface PageDropWatcher {
  /** The zone's element. */
  element: () => HTMLElement | null
  /** Whether it takes what is dropped beside all zones. */
  takesPage: () => boolean
  /** Files are over the page, and over no zone. */
  onNearby: (isNear: boolean) => void
  /** What is over the page would be this zone's, or, with `undefined`, no longer. */
  onAimed: (types: DraggedTypes | undefined) => void
  /** Files were dropped beside all zones, and this one takes the page. */
  onDropped: (data: DataTransfer) => void
  /** Files were dropped where nothing takes them. */
  onMissed: () => void
}

const watchers = new Set<PageDropWatcher>()

/**
 * While any zone watches, a file dropped beside all zones does not make the browser leave the page for it: it goes to the
 * zone that takes the page, the last one where there are several, or is lost with a word. Drags without files, and places
 * that take files by themselves, are left alone. Returns the function that stops watching.
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
  if (!carries(event, 'Files')) return
  const isTaken = event.defaultPrevented || takesFiles(deepTarget(event))
  const taker = isTaken ? undefined : pageTaker()
  for (const watcher of watchers) {
    watcher.onNearby(!taker)
    watcher.onAimed(watcher === taker ? draggedTypes(event.dataTransfer) : undefined)
  }
  if (isTaken) return
  event.preventDefault()
  // Where nothing takes them too: told 'none', a browser tells of no drop, and a drop that misses looks like a drag given up.
  // A picture of a page comes with its markup, and whoever moves it about means no upload.
  setEffect(event, taker || !carries(event, 'text/html') ? 'copy' : 'none')
}

/** No related target: the drag left the window, or was given up with Escape. */
function onDragLeave(event: DragEvent): void {
  if (event.relatedTarget === null) tellAway()
}

function onDrop(event: DragEvent): void {
  tellAway()
  if (!carries(event, 'Files') || event.defaultPrevented || takesFiles(deepTarget(event))) return
  event.preventDefault()
  const taker = pageTaker()
  if (taker && event.dataTransfer) return taker.onDropped(event.dataTransfer)
  setEffect(event, 'none')
  for (const watcher of watchers) watcher.onMissed()
}

/** While files are dragged: what a drop would do. At the drop: what became of them, which their source may be told. */
function setEffect({ dataTransfer }: DragEvent, effect: 'copy' | 'none'): void {
  if (dataTransfer) dataTransfer.dropEffect = effect
}

function onDragEnd(): void {
  tellAway()
}

function tellAway(): void {
  for (const watcher of watchers) {
    watcher.onNearby(false)
    watcher.onAimed(undefined)
  }
}

/** Whoever opened a dialog over the page means the dialog. */
function pageTaker(): PageDropWatcher | undefined {
  const modals = [...document.querySelectorAll('dialog:modal, [aria-modal="true"]')]
  return [...watchers].findLast((watcher) => {
    const element = watcher.element()
    const around = ancestorsOf(element)
    if (!element || !watcher.takesPage() || around.some(isInert)) return false
    return modals.every((modal) => around.includes(modal))
  })
}

function isInert(node: Node): boolean {
  return node instanceof Element && node.hasAttribute('inert')
}

function carries({ dataTransfer }: DragEvent, type: string): boolean {
  return dataTransfer?.types.includes(type) ?? false
}

/** A native file input takes a drop by itself. */
function takesFiles(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input[type="file"]:enabled') !== null
}
