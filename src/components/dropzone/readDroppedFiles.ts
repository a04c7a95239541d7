import { lazyModule } from '../../engine/lazyModule.ts'
import { rememberSource } from '../../engine/fileSource.ts'

/** Folders are rare: a page to which none is dropped does without. */
const walking = lazyModule(() => import('./walkFolders.ts'))

const paths = new WeakMap<File, string>()
const folders = new WeakSet<File>()

/** System files that travel with folders and are nobody's attachment. */
const systemFiles: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'ehthumbs.db', 'desktop.ini'])

/** What a drop or a picked folder brings. */
export interface FoundFiles {
  files: File[]
  /** Names of system files inside folders, which are not among `files`. */
  leftOut: string[]
}

/** How a walk through folders is watched and stopped. */
export interface FolderWalk {
  signal: AbortSignal
  /** Files found so far in folders; called after each hundred and after each folder. */
  onFound: (count: number) => void
}

/** Path inside the dropped or picked folder, with `/`; undefined for a single file. */
export function relativePathOf(file: File): string | undefined {
  return paths.get(file) ?? (file.webkitRelativePath || undefined)
}

export function rememberPath(file: File, path: string): void {
  paths.set(file, path)
}

/** Whether what the browser gave as a file is a folder. */
export function isFolder(file: File): boolean {
  return folders.has(file)
}

/** The item's file, remembered as a folder where it is one. */
export function fileOf(item: DataTransferItem): File | null {
  const file = item.getAsFile()
  if (file && item.webkitGetAsEntry?.()?.isDirectory) folders.add(file)
  return file
}

/**
 * The files of a drop, folders walked; an empty folder stays visible as one. The files are handed on as they are: nothing is
 * written onto them. A walk that is stopped ends early with what it has.
 */
export async function readDroppedFiles(data: DataTransfer, walk: FolderWalk): Promise<FoundFiles> {
  // Entries and files must be taken before the first await: the browser empties the list when the event is over.
  const sources = [...data.items].filter((item) => item.kind === 'file').map(sourceOf)
  if (sources.length === 0) return { files: [...data.files], leftOut: [] }
  const all: FoundFiles = { files: [], leftOut: [] }
  // Where it cannot be had, a folder stays visible as one.
  const walker = sources.some(({ entry }) => isDirectory(entry))
    ? await walking.load('validate').catch(() => {})
    : undefined
  let foundInFolders = 0
  const onFound = (count: number) => walk.onFound((foundInFolders += count))
  for (const { entry, file } of sources) {
    const before = all.files.length
    if (isDirectory(entry)) await walker?.walkFolder(entry, { all, signal: walk.signal, onFound })
    if (all.files.length === before && file) all.files.push(file)
  }
  return all
}

/** The files of a picked folder, less those that systems keep there. */
export function readPickedFiles(picked: Iterable<File>): FoundFiles {
  const files = [...picked]
  const isFolderPicked = files[0]?.webkitRelativePath
  const leftOut = isFolderPicked ? files.filter(isSystemFile) : []
  return {
    files: leftOut.length > 0 ? files.filter((file) => !isSystemFile(file)) : files,
    leftOut: leftOut.map(({ name }) => name),
  }
}

interface Source {
  entry: FileSystemEntry | null
  file: File | null
}

function sourceOf(item: ItemWithHandle): Source {
  const file = fileOf(item)
  const source = file && file.size >= leastPartedSize ? item.getAsFileSystemHandle?.() : undefined
  if (file && source) rememberSource(file, source)
  return { entry: item.webkitGetAsEntry?.() ?? null, file }
}

/** Chromium alone has it, and TypeScript's types do not. */
interface ItemWithHandle extends DataTransferItem {
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>
}

/** Bytes. No store takes smaller parts, and only what goes in parts is gone on with after a reload. */
const leastPartedSize = 5 * 1024 * 1024

function isDirectory(entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry {
  return entry?.isDirectory ?? false
}

/** `._name` holds what macOS keeps beside a file on foreign disks. */
export function isSystemFile({ name }: Pick<File, 'name'>): boolean {
  return systemFiles.has(name) || name.startsWith('._')
}
