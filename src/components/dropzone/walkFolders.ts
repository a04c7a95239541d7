import type { FoundFiles, FolderWalk } from './readDroppedFiles.ts'
import { isSystemFile, rememberPath } from './readDroppedFiles.ts'

interface Walk extends FolderWalk {
  all: FoundFiles
}

/** The files of a folder and of all folders in it. A walk that is stopped ends early with what it has. */
export async function walkFolder(folder: FileSystemDirectoryEntry, walk: Walk): Promise<void> {
  walk.onFound(0)
  await readDirectory(folder, walk)
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
  const wanted = entries.filter((entry) => !isSystemFile(entry))
  all.leftOut.push(...entries.filter(isSystemFile).map(({ name }) => name))
  all.files.push(...(await Promise.all(wanted.map(readFile))))
  onFound(wanted.length)
}

async function readFile(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((resolve) => {
    // One that cannot be read is no reason to lose the others: it is shown, and refused as empty.
    entry.file(resolve, () => resolve(new File([], entry.name)))
  })
  rememberPath(file, entry.fullPath.replace(/^\//, ''))
  return file
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}
