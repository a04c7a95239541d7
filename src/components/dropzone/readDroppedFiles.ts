const paths = new WeakMap<File, string>()
const folders = new WeakSet<File>()

/** System files that travel with folders and are nobody's attachment. */
const ignored: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini'])

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

/** The files of a drop, folders walked; an empty folder stays visible as one. The files are handed on as they are: nothing is written onto them. */
export async function readDroppedFiles(data: DataTransfer): Promise<File[]> {
  // Entries and files must be taken before the first await: the browser empties the list when the event is over.
  const sources = [...data.items].filter((item) => item.kind === 'file').map(sourceOf)
  if (sources.length === 0) return [...data.files]
  const found = await Promise.all(sources.map(readSource))
  return found.flat()
}

interface Source {
  entry: FileSystemEntry | null
  file: File | null
}

function sourceOf(item: DataTransferItem): Source {
  return { entry: item.webkitGetAsEntry?.() ?? null, file: fileOf(item) }
}

async function readSource({ entry, file }: Source): Promise<File[]> {
  const found = entry && isDirectory(entry) ? await readDirectory(entry) : []
  return found.length === 0 && file ? [file] : found
}

async function readDirectory(directory: FileSystemDirectoryEntry): Promise<File[]> {
  const files: File[] = []
  for (const entry of await readEntries(directory)) {
    if (isDirectory(entry)) files.push(...(await readDirectory(entry)))
    else if (isFile(entry) && !ignored.has(entry.name)) files.push(await readFile(entry))
  }
  return files
}

/** A reader answers at most a hundred entries at a time: it is asked until it has no more. */
async function readEntries(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (batch.length === 0) return all
    all.push(...batch)
  }
}

async function readFile(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
  paths.set(file, entry.fullPath.replace(/^\//, ''))
  return file
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}
