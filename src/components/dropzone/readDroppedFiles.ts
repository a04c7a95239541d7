import { rememberSource } from '../../engine/fileSource.ts'

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
  let foundInFolders = 0
  const onFound = (count: number) => walk.onFound((foundInFolders += count))
  for (const source of sources) await readSource(source, { all, signal: walk.signal, onFound })
  return all
}

/** The files of a picked folder, less those that systems keep there. */
export function readPickedFiles(picked: Iterable<File>): FoundFiles {
  const all: FoundFiles = { files: [], leftOut: [] }
  for (const file of picked) {
    if (file.webkitRelativePath !== '' && isSystemFile(file.name)) all.leftOut.push(file.name)
    else all.files.push(file)
  }
  return all
}

interface Source {
  entry: FileSystemEntry | null
  file: File | null
}

interface Walk extends FolderWalk {
  all: FoundFiles
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

async function readSource({ entry, file }: Source, walk: Walk): Promise<void> {
  const { files } = walk.all
  const before = files.length
  if (entry && isDirectory(entry)) {
    walk.onFound(0)
    await readDirectory(entry, walk)
  }
  if (files.length === before && file) files.push(file)
}

/** A reader answers at most a hundred entries at a time: it is asked until it has no more. */
async function readDirectory(directory: FileSystemDirectoryEntry, walk: Walk): Promise<void> {
  const reader = directory.createReader()
  while (!walk.signal.aborted) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (entries.length === 0) return
    await readFiles(entries.filter(isFile), walk)
    for (const inner of entries.filter(isDirectory)) await readDirectory(inner, walk)
  }
}

async function readFiles(entries: readonly FileSystemFileEntry[], { all, onFound }: Walk): Promise<void> {
  const wanted = entries.filter(({ name }) => !isSystemFile(name))
  all.leftOut.push(...entries.map(({ name }) => name).filter(isSystemFile))
  all.files.push(...(await Promise.all(wanted.map(readFile))))
  onFound(wanted.length)
}

async function readFile(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve) => {
    // One that cannot be read is no reason to lose the others: it is shown, and refused as empty.
    entry.file(resolve, () => resolve(new File([], entry.name)))
  })
  paths.set(file, entry.fullPath.replace(/^\//, ''))
  return file
}

/** `._name` holds what macOS keeps beside a file on foreign disks. */
function isSystemFile(name: string): boolean {
  return systemFiles.has(name) || name.startsWith('._')
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}
